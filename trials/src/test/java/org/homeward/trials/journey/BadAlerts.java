package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;

/** Alerts that must not go out, stops that must not be lifted, volunteers who are none. */
final class BadAlerts {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";

  private static final String STOP_OF_ALERT = "{\"scope\": \"ALERT\", \"id\": \"%s\"}";

  private BadAlerts() {}

  static List<Row> drafts() {
    return List.of(
        draft("for an unknown case", 404, s -> s.alerts.body(UNKNOWN, s.alerts.authority)),
        draft("for a frozen case", 409, s -> body(s, s.frozen.text("case"))),
        draft("for a case of held reports", 409, s -> body(s, s.held.text("case"))),
        draft(
            "by an authority that is not in the register",
            409,
            s -> good(s).replace(s.alerts.authority, UNKNOWN)),
        draft("without an authority", 422, s -> without(good(s), "authority")),
        draft("without a reference", 422, s -> without(good(s), "reference")),
        draft("to police", 422, s -> good(s).replace("VOLUNTEER", "POLICE")),
        draft(
            "for ever",
            422,
            s -> good(s).replace(s.alerts.until.toString(), "2999-01-01T00:00:00Z")),
        draft(
            "that is over",
            422,
            s -> good(s).replace(s.alerts.until.toString(), "2020-01-01T00:00:00Z")),
        draft("abroad", 409, s -> good(s).replace("\"country\": \"RS\"", "\"country\": \"GR\"")),
        draft(
            "in a region of another country",
            422,
            s -> good(s).replace("\"regions\": []", "\"regions\": [\"GR-B\"]")),
        draft(
            "in an unknown language",
            422,
            s -> good(s).replace("\"en\", \"sr\"", "\"en\", \"xx\"")),
        draft(
            "with a hidden character",
            422,
            s -> good(s).replace("Please", "\\u001b[2J" + Row.MARK)),
        new Row("alert: drafted by an operator", 403, s -> s.post("ana", ALERTS, good(s))),
        new Row("alert: drafted by who approves", 403, s -> s.post("petar", ALERTS, good(s))));
  }

  static List<Row> approvals() {
    return List.of(
        approval(
            "by the author's other login",
            409,
            s -> s.post("jelena-2", of(s.alerts.draft, "approve"), hash(s.alerts.hash))),
        approval(
            "by the author",
            403,
            s -> s.post("jelena", of(s.alerts.draft, "approve"), hash(s.alerts.hash))),
        approval(
            "of an old preview",
            409,
            s -> s.post("petar", of(s.alerts.draft, "approve"), hash(s.alerts.oldHash))),
        approval("of no preview", 422, s -> s.post("petar", of(s.alerts.draft, "approve"), "{}")),
        approval(
            "of a hash that is none",
            422,
            s -> s.post("petar", of(s.alerts.draft, "approve"), hash(Row.HOSTILE))),
        approval(
            "by somebody who is not in the register",
            409,
            s -> s.post("petar", of(s.alerts.draftByOther, "approve"), hash(s.alerts.hashByOther))),
        approval(
            "by police",
            403,
            s -> s.post("dragan", of(s.alerts.draft, "approve"), hash(s.alerts.hash))),
        approval(
            "of an unknown alert",
            404,
            s -> s.post("petar", of(UNKNOWN, "approve"), hash(s.alerts.hash))),
        new Row("alert: an edit after the approval", 409, BadAlerts::editAfterApproval),
        new Row("alert: an edit without If-Match", 428, s -> edit(s, s.alerts.draft, null)),
        new Row(
            "alert: an edit of an old version", 412, s -> edit(s, s.alerts.draft, "\"999999\"")),
        new Row(
            "alert: its mailboxes, asked by an operator",
            403,
            s -> s.by("ana", of(s.alerts.approved, "destinations")).build()),
        new Row(
            "alert: its preview, asked by police",
            403,
            s -> s.by("dragan", of(s.alerts.draft, "preview")).build()));
  }

  static List<Row> stops() {
    return List.of(
        new Row("stop: with a wrong host credential", 401, s -> stopBy(s, "host", "wrong")),
        new Row("stop: by a desk's key", 401, s -> stopBy(s, s.desk.id(), s.desk.key())),
        new Row("stop: without anybody", 401, s -> stopBy(s, null, null)),
        new Row(
            "stop: of an unknown scope",
            422,
            s -> s.post("ana", "/api/v1/stops", "{\"scope\": \"" + Row.HOSTILE + "\"}")),
        new Row(
            "stop: of no alert",
            422,
            s -> s.post("ana", "/api/v1/stops", "{\"scope\": \"ALERT\"}")),
        new Row(
            "stop: of an alert with a hostile id",
            422,
            s -> s.post("ana", "/api/v1/stops", STOP_OF_ALERT.formatted(Row.MARK))),
        new Row(
            "stop: lifted by an operator", 403, s -> s.post("ana", "/api/v1/stops/node/lift", "")),
        new Row(
            "stop: lifted where none is",
            404,
            s -> s.post("petar", "/api/v1/stops/alert." + UNKNOWN + "/lift", "")));
  }

  static List<Row> subscriptions() {
    return List.of(
        subscriber("a header in the address", "a@b.example\\r\\nBcc: " + Row.MARK + "@b.example"),
        subscriber("two addresses", "a@b.example, b@b.example"),
        subscriber("a name beside the address", "A <a@b.example>"),
        subscriber("a quoted hostile address", "\\\"a\\r\\nX: 1\\\"@b.example"),
        subscriber("no address", Row.HOSTILE),
        subscriber("an address of 300 characters", "a".repeat(290) + "@b.example"),
        new Row(
            "subscriber: an unknown language",
            422,
            s -> ask(s, wish("a@b.example").replace("\"en\"", "\"xx\""))),
        new Row(
            "subscriber: a region elsewhere",
            422,
            s -> ask(s, wish("a@b.example").replace("[]", "[\"GR-B\"]"))),
        new Row("subscriber: a link that nobody got", 404, s -> link(s, "confirm", "A".repeat(43))),
        new Row(
            "subscriber: leaving by a link that nobody got",
            404,
            s -> link(s, "leave", "A".repeat(43))),
        new Row("subscriber: a link that is none", 404, s -> link(s, "confirm", Row.MARK)),
        new Row("notice: a code that nobody had", 404, s -> notice(s, "2222-22222")),
        new Row("notice: a code that is none", 404, s -> notice(s, Row.MARK)),
        new Row(
            "notice: a picture of a code that nobody had",
            404,
            s -> notice(s, "2222-22222/photos/1/400")),
        new Row(
            "notice: a picture of a code that is none",
            404,
            s -> notice(s, Row.MARK + "/photos/" + Row.MARK + "/" + Row.MARK)));
  }

  private static Row draft(String name, int status, Function<Targets, String> body) {
    return new Row("alert: " + name, status, s -> s.post("jelena", ALERTS, body.apply(s)));
  }

  private static Row approval(String name, int status, Function<Targets, HttpRequest> request) {
    return new Row("approval: " + name, status, request);
  }

  private static Row subscriber(String name, String address) {
    return new Row("subscriber: " + name, 422, s -> ask(s, wish(address)));
  }

  private static String good(Targets s) {
    return body(s, s.released.text("case"));
  }

  private static String body(Targets s, String caseId) {
    return s.alerts.body(caseId, s.alerts.authority);
  }

  private static String without(String body, String field) {
    return body.replaceAll("\"" + field + "\": \"[^\"]*\"", "\"exercise\": false")
        .replaceAll(",\\s*\"exercise\": false|\"exercise\": false,", "");
  }

  private static String of(String alert, String part) {
    return ALERTS + "/" + alert + "/" + part;
  }

  private static String hash(String hash) {
    return "{\"hash\": \"" + hash + "\"}";
  }

  private static HttpRequest editAfterApproval(Targets s) {
    return edit(s, s.alerts.approved, s.alerts.as("jelena").read(s.alerts.approved).etag());
  }

  private static HttpRequest edit(Targets s, String alert, String etag) {
    var request = s.by("jelena", ALERTS + "/" + alert).header("Content-Type", "application/json");
    if (etag != null) {
      request.header("If-Match", etag);
    }
    String patch = "{\"text\": {\"en\": \"Other.\", \"sr\": \"Drugo.\"}}";
    return request.method("PATCH", BodyPublishers.ofString(patch)).build();
  }

  private static HttpRequest stopBy(Targets s, String user, String key) {
    var request =
        Http.to(s.hotline.node().door().resolve("/api/v1/stops"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", HotlineClient.newKey())
            .POST(BodyPublishers.ofString("{\"scope\": \"NODE\"}"));
    if (user != null) {
      byte[] pair = (user + ":" + key).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return request.build();
  }

  private static String wish(String address) {
    return "{\"email\": \"%s\", \"country\": \"RS\", \"regions\": [], \"language\": \"en\"}"
        .formatted(address);
  }

  private static HttpRequest ask(Targets s, String body) {
    return Http.to(s.hotline.node().door().resolve("/api/v1/subscriptions"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest notice(Targets s, String code) {
    return Http.to(s.hotline.node().door().resolve("/api/v1/public/notices/" + code)).build();
  }

  private static HttpRequest link(Targets s, String kind, String token) {
    return Http.to(s.hotline.node().door().resolve("/api/v1/subscriptions/" + kind + "/" + token))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
        .build();
  }
}
