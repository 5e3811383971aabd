package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;

/** Requests of people and desks who may not, or are not who they say. */
final class BadAccess {
  private static final String FEED = "/api/v1/feeds/police";
  private static final String DESK =
      "{\"name\": \"d\", \"jurisdiction\": {\"country\": \"%s\"}, \"exercise\": false, \"validDays\": %d}";

  private BadAccess() {}

  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String PHONES = "/api/v1/phones";
  private static final String WEBHOOK =
      """
      {"name": "Crveni krst", "url": "%s", "country": "RS", "language": "sr",
       "audience": "VOLUNTEER", "exercise": true}""";

  static List<Row> tokens() {
    return List.of(
        token("no token", null),
        token("a token that is none", "Bearer " + Row.MARK),
        new Row(
            "a token signed by somebody else",
            401,
            s -> with(s, "Bearer " + Forged.signature(ana(s)))),
        new Row(
            "a token without a signature",
            401,
            s -> with(s, "Bearer " + Forged.algorithmNone(ana(s)))),
        new Row(
            "a token with other claims", 401, s -> with(s, "Bearer " + Forged.otherClaims(ana(s)))),
        new Row(
            "a token that has expired",
            401,
            s -> with(s, "Bearer " + Forged.expired(s.hotline.node()))),
        new Row(
            "a token for another node",
            401,
            s -> with(s, "Bearer " + Forged.forAnotherNode(s.hotline.node()))),
        new Row(
            "the desk's key instead of a token",
            401,
            s -> with(s, basic(s.desk.id(), s.desk.key()))));
  }

  static List<Row> roles() {
    return List.of(
        new Row(
            "a police officer files a report",
            403,
            s -> s.post("dragan", "/api/v1/reports", Reports.marked("ROLE"))),
        new Row("HELD content asked by police", 403, s -> s.by("dragan", s.heldCase()).build()),
        new Row("an administrator reads a case", 403, s -> s.by("nikola", s.heldCase()).build()),
        new Row("a partner desk lists cases", 403, s -> s.by("gordana", "/api/v1/cases").build()),
        new Row(
            "an operator registers a desk",
            403,
            s -> s.post("ana", "/api/v1/desks", DESK.formatted("RS", 30))),
        new Row(
            "a desk for a hundred days",
            422,
            s -> s.post("nikola", "/api/v1/desks", DESK.formatted("RS", 100))),
        new Row(
            "a desk abroad", 422, s -> s.post("nikola", "/api/v1/desks", DESK.formatted("TR", 30))),
        new Row(
            "an administrator confirms a desk",
            403,
            s -> s.post("nikola", "/api/v1/desks/" + s.desk.id() + "/confirm", "")),
        new Row(
            "an administrator confirms an authority",
            403,
            s -> s.post("nikola", "/api/v1/authorities/" + s.alerts.authority + "/confirm", "")),
        new Row(
            "a supervisor registers a webhook",
            403,
            s -> s.post("jelena", WEBHOOKS, WEBHOOK.formatted("https://hooks.example.org/in"))),
        new Row(
            "a webhook on a private address",
            422,
            s -> s.post("nikola", WEBHOOKS, WEBHOOK.formatted("https://10.0.0.1/in"))),
        new Row(
            "a webhook with a number that is no address",
            422,
            s -> s.post("nikola", WEBHOOKS, WEBHOOK.formatted("https://0177.0.0.1/in"))),
        new Row(
            "a webhook without encryption",
            422,
            s -> s.post("nikola", WEBHOOKS, WEBHOOK.formatted("http://hooks.example.org/in"))),
        new Row("a supervisor registers a phone", 403, s -> s.post("jelena", PHONES, "{}")),
        new Row("a phone without anything", 422, s -> s.post("nikola", PHONES, "{}")),
        new Row(
            "a revocation of an unknown phone",
            404,
            s -> s.post("nikola", PHONES + "/none/revoke", "")),
        new Row("a webhook without anything", 422, s -> s.post("nikola", WEBHOOKS, "{}")),
        new Row(
            "a revocation of an unknown webhook",
            404,
            s -> s.post("nikola", WEBHOOKS + "/none/revoke", "")),
        new Row(
            "a supervisor pauses a webhook",
            403,
            s -> s.post("jelena", WEBHOOKS + "/none/pause", "")),
        new Row(
            "an administrator resumes an unknown webhook",
            404,
            s -> s.post("nikola", WEBHOOKS + "/none/resume", "")),
        new Row(
            "an administrator sends a message again",
            403,
            s -> s.post("nikola", "/api/v1/alerts/none/destinations/1/replay", "")),
        new Row(
            "a supervisor sends one of an unknown alert again",
            404,
            s -> s.post("jelena", "/api/v1/alerts/none/destinations/1/replay", "")),
        new Row(
            "a supervisor does the data-protection officer's task",
            403,
            s -> s.post("jelena", "/api/v1/tasks/CHECK_DESK.desk." + s.desk.id() + "/done", "")),
        new Row(
            "a revocation of a foreign desk",
            404,
            s -> s.post("nikola", "/api/v1/desks/none/revoke", "")));
  }

  static List<Row> feed() {
    return List.of(
        new Row("the feed without a key", 401, s -> feed(s, "", null)),
        new Row("the feed with an operator's token", 403, s -> feed(s, "", "Bearer " + ana(s))),
        new Row("the feed with a wrong key", 401, s -> feed(s, "", basic(s.desk.id(), "wrong"))),
        new Row("the feed as an unknown desk", 401, s -> feed(s, "", basic("none", s.desk.key()))),
        new Row("the feed with a revoked key", 401, s -> feed(s, "", key(s.revoked))),
        new Row(
            "a place ahead of the head",
            410,
            s -> feed(s, "?after=" + epoch(s) + ".99999999", key(s.desk))),
        new Row(
            "a place of an unknown epoch",
            410,
            s -> feed(s, "?after=" + epoch(s).replaceAll("[0-9a-f]", "0") + ".0", key(s.desk))),
        new Row("a place that is none", 400, s -> feed(s, "?after=Zlatibor417", key(s.desk))),
        new Row("a page of none", 422, s -> feed(s, "?limit=0", key(s.desk))),
        new Row("a page of a thousand", 422, s -> feed(s, "?limit=1000", key(s.desk))),
        new Row("the feed as a picture", 406, BadAccess::picture),
        new Row("a notice by the case's id", 404, s -> notice(s, s.released.text("case"))),
        new Row("HELD content asked by the desk", 404, s -> notice(s, s.held.text("case"))),
        new Row("a deletion of the feed", 405, s -> change(s, "DELETE")),
        new Row("a word posted to the feed", 405, s -> change(s, "POST")));
  }

  private static Row token(String name, String authorization) {
    return new Row(name, 401, s -> with(s, authorization));
  }

  private static HttpRequest with(Targets s, String authorization) {
    var request = Http.to(s.hotline.node().door().resolve(s.heldCase()));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private static HttpRequest feed(Targets s, String query, String authorization) {
    var request = Http.to(s.hotline.node().door().resolve(FEED + query));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.header("Accept", "application/json").build();
  }

  private static HttpRequest picture(Targets s) {
    return Http.to(s.hotline.node().door().resolve(FEED))
        .header("Authorization", key(s.desk))
        .header("Accept", "image/png")
        .build();
  }

  private static HttpRequest change(Targets s, String method) {
    return Http.to(s.hotline.node().door().resolve(FEED))
        .header("Authorization", key(s.desk))
        .method(method, BodyPublishers.noBody())
        .build();
  }

  private static HttpRequest notice(Targets s, String id) {
    return Http.to(s.hotline.node().door().resolve("/api/v1/notices/" + id))
        .header("Authorization", key(s.desk))
        .header("Accept", "application/json")
        .build();
  }

  private static String ana(Targets s) {
    return s.hotline.tokens().of("ana");
  }

  private static String epoch(Targets s) {
    String head = s.hotline.desk(s.desk).head();
    return head.substring(0, head.lastIndexOf('.'));
  }

  private static String key(DeskLogin desk) {
    return basic(desk.id(), desk.key());
  }

  private static String basic(String name, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
  }
}
