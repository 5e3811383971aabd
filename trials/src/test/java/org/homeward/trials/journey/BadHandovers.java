package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.homeward.local.client.HotlineClient;

/** Handovers that must not be, moves of the side that may not make them, and erasures. */
final class BadHandovers {
  private static final String HANDOVERS = "/api/v1/handovers";
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";

  private BadHandovers() {}

  static List<Row> offers() {
    return List.of(
        offer("of an unknown case", 404, s -> UNKNOWN, "gr"),
        offer("of held reports", 409, s -> s.held.text("case"), "gr"),
        offer("of a frozen case", 409, s -> s.frozen.text("case"), "gr"),
        offer("to an unknown partner", 404, s -> s.released.text("case"), "zz"),
        offer("to ourselves", 404, s -> s.released.text("case"), "rs"),
        offer("of a real case to the exercise partner", 409, s -> s.released.text("case"), "drill"),
        offer("of an exercise to a real partner", 409, s -> s.exercise.text("case"), "gr"),
        new Row(
            "offer: of a case that somebody else owns",
            409,
            s -> s.postAbroad("eleni", HANDOVERS, body(s.handovers.foreignCase, "rs"))),
        new Row(
            "offer: without a reason",
            422,
            s ->
                s.post(
                    "gordana",
                    HANDOVERS,
                    body(s.released.text("case"), "gr").replace("\"reason\": \"ROUTE\",", ""))),
        new Row(
            "offer: for an unknown purpose",
            422,
            s ->
                s.post(
                    "gordana",
                    HANDOVERS,
                    body(s.released.text("case"), "gr").replace("PARTNER_SEARCH", Row.HOSTILE))),
        new Row(
            "offer: by police",
            403,
            s -> s.post("dragan", HANDOVERS, body(s.released.text("case"), "gr"))));
  }

  static List<Row> moves() {
    return List.of(
        new Row("handover: accepted by its owner", 409, s -> move(s, "accept")),
        new Row(
            "handover: recalled by who holds it",
            409,
            s -> s.postAbroad("eleni", of(s, "recall"), "{\"reason\": \"FOUND\"}")),
        new Row(
            "handover: recalled for fun",
            422,
            s -> s.post("gordana", of(s, "recall"), "{\"reason\": \"" + Row.HOSTILE + "\"}")),
        new Row(
            "handover: braked under a word",
            404,
            s -> s.post("gordana", HANDOVERS + "/word/brake", "{\"reason\": \"FOUND_BY_POLICE\"}")),
        new Row(
            "handover: checked without If-Match",
            428,
            s -> s.postAbroad("eleni", of(s, "check"), "")),
        new Row("handover: checked on an old version", 412, s -> abroad(s, "check", "\"999999\"")),
        new Row(
            "handover: accepted twice",
            409,
            s -> abroad(s, "accept", s.handovers.eleni.read(s.offered).etag())),
        new Row(
            "handover: an unknown one",
            404,
            s -> s.by("gordana", HANDOVERS + "/" + UNKNOWN).build()),
        new Row("handover: asked by police", 403, s -> s.by("dragan", HANDOVERS).build()),
        new Row(
            "handover: a receipt that nobody gave",
            404,
            s -> s.by("gordana", of(s, "receipt")).build()),
        new Row(
            "handover: a ground recorded by an operator",
            403,
            s ->
                s.postAbroad(
                    "maria",
                    of(s, "grounds"),
                    "{\"ground\": \"VITAL_INTEREST\", \"justification\": \"DANGER_TO_LIFE\", \"reference\": \"x\"}")),
        new Row(
            "handover: renewed by who holds it",
            409,
            s -> s.postAbroad("eleni", of(s, "renew"), "")),
        new Row(
            "handover: content asked of its owner",
            409,
            s -> s.by("gordana", of(s, "content")).build()),
        new Row(
            "handover: content read by an operator",
            403,
            s -> s.by("ana", of(s, "content")).build()),
        new Row(
            "handover: a list of one role and one status",
            422,
            s -> s.by("gordana", HANDOVERS + "?role=OWNER&status=OFFERED").build()),
        new Row(
            "handover: a preview for an unknown partner",
            404,
            s ->
                s.by(
                        "gordana",
                        HANDOVERS + "/preview?case=" + s.released.text("case") + "&partner=zz")
                    .build()),
        new Row(
            "handover: an unknown partner",
            404,
            s -> s.by("gordana", "/api/v1/partners/zz").build()));
  }

  static List<Row> foreignCases() {
    return List.of(
        new Row("foreign case: amended", 409, BadHandovers::amended),
        new Row(
            "foreign case: ended",
            409,
            s ->
                s.postAbroad(
                    "nikos",
                    foreignCase(s) + "/children/" + foreignChild(s) + "/end",
                    "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"x\"}")),
        new Row(
            "foreign case: another report of it",
            409,
            s ->
                s.postAbroad(
                    "maria",
                    foreignCase(s) + "/reports",
                    org.homeward.local.client.Reports.anotherCar("F-2"))),
        new Row(
            "foreign case: erased by who does not own it",
            409,
            s ->
                s.postAbroad(
                    "sofia", foreignCase(s) + "/erase", "{\"reason\": \"OPENED_BY_MISTAKE\"}")),
        new Row(
            "erasure: by an operator",
            403,
            s -> s.post("ana", s.heldCase() + "/erase", "{\"reason\": \"OPENED_BY_MISTAKE\"}")),
        new Row(
            "erasure: without a reason", 422, s -> s.post("vera", s.heldCase() + "/erase", "{}")),
        new Row(
            "erasure: of an unknown case",
            404,
            s ->
                s.post(
                    "vera",
                    "/api/v1/cases/" + UNKNOWN + "/erase",
                    "{\"reason\": \"OPENED_BY_MISTAKE\"}")));
  }

  private interface CaseOf {
    String in(Targets s);
  }

  private static Row offer(String name, int status, CaseOf caseOf, String partner) {
    return new Row(
        "offer: " + name, status, s -> s.post("gordana", HANDOVERS, body(caseOf.in(s), partner)));
  }

  private static String body(String caseId, String partner) {
    return """
        {
          "case": "%s", "partner": "%s", "reason": "ROUTE", "asks": ["TRANSLATION"],
          "purpose": "PARTNER_SEARCH", "basis": "PUBLIC_TASK"
        }
        """
        .formatted(caseId, partner);
  }

  private static String of(Targets s, String part) {
    return HANDOVERS + "/" + s.offered + "/" + part;
  }

  private static HttpRequest move(Targets s, String move) {
    return s.by("gordana", of(s, move))
        .header("If-Match", s.hotline.as("gordana").get(HANDOVERS + "/" + s.offered).etag())
        .header("Idempotency-Key", HotlineClient.newKey())
        .POST(BodyPublishers.noBody())
        .build();
  }

  private static HttpRequest abroad(Targets s, String move, String etag) {
    return s.abroad
        .as("eleni")
        .to(of(s, move))
        .header("If-Match", etag)
        .header("Idempotency-Key", HotlineClient.newKey())
        .POST(BodyPublishers.noBody())
        .build();
  }

  private static String foreignCase(Targets s) {
    return "/api/v1/cases/" + s.handovers.foreignCase;
  }

  private static String foreignChild(Targets s) {
    return s.abroad
        .as("maria")
        .read(s.handovers.foreignCase)
        .json()
        .path("children")
        .propertyNames()
        .iterator()
        .next();
  }

  private static HttpRequest amended(Targets s) {
    var maria = s.abroad.as("maria");
    var known = maria.read(s.handovers.foreignCase);
    String report = known.json().path("reports").path(0).path("id").asString("");
    return maria
        .to(foreignCase(s) + "/reports/" + report)
        .header("Content-Type", "application/merge-patch+json")
        .header("If-Match", known.etag())
        .method(
            "PATCH", BodyPublishers.ofString("{\"says\": {\"vehicle\": {\"colour\": \"RED\"}}}"))
        .build();
  }
}
