package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;

/** Reports that must not be taken: by their bytes, their form and their facts. */
final class BadReports {
  private BadReports() {}

  static List<Row> byBytes() {
    String good = Reports.marked("BAD-" + Row.MARK);
    return List.of(
        row("cut off in the middle", 400, "{\"exercise\": false, \"channel\": \"" + Row.HOSTILE),
        row("an empty body", 400, ""),
        row("an array", 400, "[" + good + "]"),
        row("a second value behind the first", 400, good + "{}"),
        row("not a number", 400, "{\"exercise\": NaN}"),
        row(
            "a number beyond all bounds",
            400,
            says("\"lastSeen\": {\"uncertaintyMinutes\": 1e999}")),
        row("the same key twice", 400, "{\"exercise\": true, \"exercise\": false}"),
        row("five thousand levels", 400, "{\"says\": " + "[".repeat(5000) + "]".repeat(5000) + "}"),
        row("a lone surrogate", 400, plate("\\ud83d" + Row.HOSTILE)),
        new Row("bytes that are no UTF-8", 400, s -> s.report(plate("Pétar").getBytes(ISO_8859_1))),
        new Row("UTF-16", 400, s -> s.report(good.getBytes(UTF_16BE))),
        row("300 kB", 413, plate("A".repeat(300_000))),
        new Row(
            "2 MB in chunks",
            413,
            s ->
                s.by("ana", "/api/v1/reports")
                    .header("Idempotency-Key", HotlineClient.newKey())
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(new byte[2_000_000])))
                    .build()),
        typed("text/plain", good),
        typed("application/xml", "<report/>"),
        typed("multipart/form-data; boundary=x", "--x--"),
        typed("application/x-www-form-urlencoded", "exercise=false&name=" + Row.MARK));
  }

  static List<Row> byForm() {
    return List.of(
        row("no exercise mark", 422, "{\"channel\": \"PHONE\", \"newChildren\": [{}]}"),
        row("a text for a truth value", 422, Reports.marked("BAD-1").replace("false", "\"no\"")),
        row("a number for an object", 422, report("\"says\": 7, \"newChildren\": [{}]")),
        row(
            "a kind that does not exist",
            422,
            report("\"newChildren\": [{}], \"kind\": \"" + Row.HOSTILE + "\"")),
        row("no child", 422, report("\"says\": {}")),
        row("21 children", 422, report("\"newChildren\": [{}" + ", {}".repeat(20) + "]")),
        row("an unknown field", 422, report("\"newChildren\": [{}], \"" + Row.HOSTILE + "\": 1")),
        row("an unknown fact", 422, says("\"" + Row.HOSTILE + "\": 1")),
        row("an unknown fact of a child", 422, child("\"" + Row.HOSTILE + "\": 1")),
        row("an unknown channel", 422, Reports.marked("BAD-1").replace("PHONE", Row.HOSTILE)),
        row("an unknown category", 422, says("\"category\": \"" + Row.HOSTILE + "\"")),
        row("an unknown zone", 422, says("\"lastSeen\": {\"zone\": \"Europe/Zlatibor\"}")),
        row("an unknown country", 422, says("\"vehicle\": {\"country\": \"QQ\"}")),
        row("facts of a child nobody knows", 422, says("\"children\": {\"" + UNKNOWN + "\": {}}")));
  }

  static List<Row> byFacts() {
    return List.of(
        row(
            "born after last seen",
            422,
            report(
                "\"says\": {\"lastSeen\": {\"at\": \"2020-05-01T10:00:00Z\"}},"
                    + "\"newChildren\": [{\"born\": \"2021-01\"}]")),
        row("last seen tomorrow", 422, says("\"lastSeen\": {\"at\": \"2999-01-01T00:00:00Z\"}")),
        row("a day that does not exist", 422, child("\"born\": \"2015-02-30\"")),
        row("an age from 9 to 8", 422, child("\"ageYears\": {\"from\": 9, \"to\": 8}")),
        row("half a point", 422, says("\"lastSeen\": {\"place\": {\"latitude\": 45}}")),
        row("a phone number with letters", 422, says("\"reporter\": {\"phone\": \"+381ABC\"}")),
        row("a plate with an escape sequence", 422, plate("\\u001b[2J" + Row.HOSTILE)),
        row("a plate with a zero byte", 400, plate("BG\\u0000417")),
        row("a plate of 21 characters", 422, plate("X".repeat(21))),
        row(
            "an empty name",
            422,
            child("\"names\": [{\"full\": \" \", \"script\": \"Latn\", \"kind\": \"NATIVE\"}]")),
        row(
            "a wider audience than the schema's",
            422,
            says("\"audiences\": {\"reporter\": [\"PUBLIC\"]}")),
        row(
            "an answer beside its fact",
            422,
            says("\"category\": \"RUNAWAY\", \"answers\": {\"category\": \"REFUSED\"}")));
  }

  /** The word of police about orders, wrong in each way. */
  static List<Row> byOrders() {
    return List.of(
        orders("orders: by nobody", 422, "\"finding\": \"NONE_FOUND\", \"reference\": \"K-1\""),
        orders("orders: without reference", 422, "\"finding\": \"NONE_FOUND\", \"officer\": \"M\""),
        orders("orders: found and not said", 422, word("FOUND", "K-1", "")),
        orders(
            "orders: none found and said", 422, word("NONE_FOUND", "K-1", ", \"orders\": \"x\"")),
        orders("orders: a mistake without why", 422, "\"finding\": \"MISTAKEN\""),
        orders("orders: an unknown finding", 422, word(Row.HOSTILE, "K-1", "")),
        orders("orders: a reference of two lines", 422, word("NONE_FOUND", "K\\n1", "")),
        orders("orders: a blank reference", 422, word("NONE_FOUND", " ", "")),
        orders("orders: an unknown field", 422, word("NONE_FOUND", "K-1", ", \"x\": 1")),
        new Row(
            "orders: by the authority",
            403,
            s -> s.post("petar", checked(s), "{" + word("NONE_FOUND", "K-1", "") + "}")),
        new Row(
            "orders: of a case that nobody has",
            404,
            s ->
                s.post(
                    "ana",
                    "/api/v1/cases/" + UNKNOWN + "/orders-checked",
                    "{" + word("NONE_FOUND", "K-1", "") + "}")));
  }

  private static Row orders(String name, int status, String fields) {
    return new Row(name, status, s -> s.post("ana", checked(s), "{" + fields + "}"));
  }

  private static String checked(Targets targets) {
    return targets.heldCase() + "/orders-checked";
  }

  private static String word(String finding, String reference, String more) {
    return "\"finding\": \"%s\", \"reference\": \"%s\", \"officer\": \"M\"%s"
        .formatted(finding, reference, more);
  }

  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";

  private static Row row(String name, int status, String body) {
    return new Row(name, status, targets -> targets.report(body));
  }

  private static Row typed(String type, String body) {
    return new Row(
        type,
        415,
        targets ->
            targets
                .by("ana", "/api/v1/reports")
                .header("Idempotency-Key", HotlineClient.newKey())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
  }

  private static String report(String fields) {
    return "{\"exercise\": false, \"channel\": \"PHONE\", " + fields + "}";
  }

  private static String says(String facts) {
    return report("\"newChildren\": [{}], \"says\": {" + facts + "}");
  }

  private static String child(String facts) {
    return report("\"newChildren\": [{" + facts + "}]");
  }

  private static String plate(String plate) {
    return says("\"vehicle\": {\"plate\": \"" + plate + "\"}");
  }
}
