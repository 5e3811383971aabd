package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;

/** Tips that cannot be, and what nobody may do with one. */
final class BadTips {
  private static final String TIPS = "/api/v1/tips";
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";
  private static final String GOOD = "{\"text\": \"seen at the station\"%s}";
  private static final String CASE = "{\"case\": \"" + UNKNOWN + "\"}";
  private static final String CHILD = "{\"child\": \"" + UNKNOWN + "\"}";
  private static final String REFERENCE = "{\"reference\": \"KU 1\"}";
  private static final String ERASE = "{\"reason\": \"COURT_ORDER\"}";
  private static final String SENT =
      "{\"handover\": \"" + UNKNOWN + "\", \"sighting\": \"" + UNKNOWN + "\"}";
  private static final String TAKEN =
      "{\"exercise\": false, \"channel\": \"%s\", \"text\": \"seen\"}";

  private BadTips() {}

  static List<Row> tips() {
    return List.of(
        tip("cut off", 400, "{\"text\": \"" + Row.HOSTILE),
        tip("a list", 400, "[" + GOOD.formatted("") + "]"),
        tip("twice the same field", 400, GOOD.formatted(", \"place\": \"a\", \"place\": \"b\"")),
        tip("a lone surrogate", 400, GOOD.formatted(", \"place\": \"\\ud83d" + Row.HOSTILE + "\"")),
        tip("nothing seen", 422, "{}"),
        tip("an unknown field", 422, GOOD.formatted(", \"" + Row.HOSTILE + "\": 1")),
        tip("a case", 422, GOOD.formatted(", \"case\": \"" + UNKNOWN + "\"")),
        tip("an escape", 422, GOOD.formatted(", \"contact\": \"\\u001b[2J" + Row.MARK + "\"")),
        tip("an endless text", 422, "{\"text\": \"" + "x".repeat(4001) + "\"}"),
        tip("tomorrow's", 422, GOOD.formatted(", \"seenAt\": \"2999-01-01T00:00:00Z\"")),
        tip("a time of markup", 422, GOOD.formatted(", \"seenAt\": \"" + Row.HOSTILE + "\"")),
        tip("below nothing", 422, GOOD.formatted(", \"withinMetres\": -1")),
        tip("larger than the world", 422, GOOD.formatted(", \"withinMetres\": 99999999999")),
        tip("an unknown answer", 422, GOOD.formatted(", \"alertSeen\": \"" + Row.HOSTILE + "\"")),
        new Row("tip: without a key", 400, s -> send(s, GOOD.formatted("")).build()),
        new Row(
            "tip: a form",
            415,
            s ->
                send(s, "text=" + Row.HOSTILE)
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .build()),
        new Row(
            "tip: the picture of an unknown one is looked at",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/picture/look", "")),
        new Row(
            "tip: the picture of an unknown one becomes a photo",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/picture/photo", CHILD)),
        new Row(
            "tip: a locked picture is handed over by an operator",
            403,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/picture/hand-over", REFERENCE)),
        new Row(
            "tip: a picture is read by the officer",
            403,
            s -> s.by("vera", TIPS + "/" + UNKNOWN + "/picture/400").build()),
        pictured("no picture", "{\"text\": \"seen\"}"),
        pictured("no bytes", "{\"text\": \"seen\", \"picture\": \"%s\"}".formatted(Row.HOSTILE)),
        pictured("markup", "{\"text\": \"seen\", \"picture\": \"PHN2Zz48L3N2Zz4=\"}"),
        new Row("tips: listed by police", 403, s -> s.by("dragan", TIPS).build()),
        new Row("tip: an unknown one is read", 404, s -> s.by("ana", TIPS + "/" + UNKNOWN).build()),
        new Row(
            "tip: taken by police",
            403,
            s -> s.post("dragan", TIPS + "/taken", TAKEN.formatted("PHONE"))),
        new Row(
            "tip: taken by the form of the public",
            422,
            s -> s.post("ana", TIPS + "/taken", TAKEN.formatted("WEB"))),
        new Row(
            "tip: an unknown one is tied",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/tie", CASE)),
        new Row(
            "tip: an unknown one is graded",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/grade", "{\"source\": \"A\"}")),
        new Row(
            "tip: an unknown one is put on the map",
            404,
            s ->
                s.post(
                    "ana",
                    TIPS + "/" + UNKNOWN + "/locate",
                    "{\"latitude\": 1, \"longitude\": 1, \"withinMetres\": 1}")),
        new Row(
            "tip: an unknown one is erased",
            404,
            s -> s.post("vera", TIPS + "/" + UNKNOWN + "/erase", ERASE)),
        new Row(
            "tip: erased by an operator",
            403,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/erase", ERASE)),
        new Row(
            "tip: an unknown one is shown as its owner abroad would be told",
            404,
            s -> s.by("ana", TIPS + "/" + UNKNOWN + "/sighting").build()),
        new Row(
            "tip: an unknown one was sent",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/sent", SENT)),
        new Row(
            "tip: one was sent, an officer says",
            403,
            s -> s.post("vera", TIPS + "/" + UNKNOWN + "/sent", SENT)),
        new Row(
            "tip: an unknown one becomes a report",
            404,
            s -> s.post("ana", TIPS + "/" + UNKNOWN + "/report", "{}")));
  }

  private static Row tip(String what, int status, String body) {
    return new Row(
        "tip: " + what,
        status,
        s -> send(s, body).header("Idempotency-Key", HotlineClient.newKey()).build());
  }

  private static Row pictured(String what, String body) {
    return new Row(
        "tip with a picture: " + what,
        422,
        s ->
            send(s, TIPS + "/pictured", body)
                .header("Idempotency-Key", HotlineClient.newKey())
                .build());
  }

  /** By nobody: there is no login. */
  private static HttpRequest.Builder send(Targets s, String body) {
    return send(s, TIPS, body);
  }

  private static HttpRequest.Builder send(Targets s, String path, String body) {
    return Http.to(s.hotline.node().door().resolve(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
