package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;

/** Changes of cases that must not happen: unseen, repeated otherwise, about what is not there. */
final class BadChanges {
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";
  private static final String CASES = "/api/v1/cases/";
  private static final String COLOUR = "{\"says\": {\"vehicle\": {\"colour\": \"RED\"}}}";
  private static final String ENDING =
      "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"%s\", \"reference\": \"x\"}";

  private BadChanges() {}

  static List<Row> conditions() {
    return List.of(
        keyed("no Idempotency-Key", null),
        keyed("an Idempotency-Key of 3 characters", "abc"),
        keyed("an Idempotency-Key with a space", "abc def ghi"),
        new Row(
            "the same key with another body",
            422,
            s ->
                s.by("ana", "/api/v1/reports")
                    .header("Idempotency-Key", s.usedKey)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Reports.marked("OTHER")))
                    .build()),
        amending("no If-Match", 428, null, COLOUR),
        amending("a stale ETag", 412, "\"999999\"", COLOUR),
        amending("a weak ETag", 412, "W/\"1\"", COLOUR),
        amending("an ETag that is none", 400, Row.HOSTILE, COLOUR),
        new Row(
            "a release without If-Match",
            428,
            s -> s.post("ana", s.heldReport() + "/release", release("PUBLIC_TASK"))));
  }

  static List<Row> contents() {
    return List.of(
        current("an amendment to an unknown code", 422, COLOUR.replace("RED", Row.HOSTILE)),
        current("an amendment that says nothing", 422, "{}"),
        current("an amendment of an unknown field", 422, "{\"says\": {}, \"by\": \"me\"}"),
        releasing("a release on consent", 422, release("CONSENT")),
        releasing("a release without a basis", 422, "{\"desk\": \"d\"}"),
        ending("an end without verification", 422, ENDING.replace("\"verifiedBy\": \"%s\", ", "")),
        ending("an end verified by hearsay", 422, ENDING.formatted(Row.HOSTILE)),
        new Row(
            "a hold of what the police know",
            409,
            s ->
                s.by("ana", s.releasedReport() + "/hold")
                    .header("If-Match", current(s, s.released.text("case")))
                    .header("Idempotency-Key", HotlineClient.newKey())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"reason\": \"REFUSED\"}"))
                    .build()),
        new Row(
            "a step to a search of what is one",
            409,
            s -> s.post("ana", s.heldCase() + "/missing", "{}")),
        new Row(
            "a renewal of a search",
            409,
            s -> s.post("ana", s.heldCase() + "/at-risk/renew", "{\"reason\": \"x\"}")),
        new Row(
            "a renewal without a reason",
            422,
            s -> s.post("ana", s.heldCase() + "/at-risk/renew", "{}")),
        new Row(
            "an exercise report on a real case",
            409,
            s -> s.post("ana", s.heldCase() + "/reports", Reports.exercise("EX-1"))));
  }

  static List<Row> strangers() {
    return List.of(
        new Row("a foreign case", 404, s -> s.by("ana", CASES + UNKNOWN).build()),
        new Row("an id that is none", 404, s -> s.by("ana", CASES + "-1").build()),
        new Row(
            "a report to a foreign case",
            404,
            s -> s.post("ana", CASES + UNKNOWN + "/reports", Reports.anotherCar("F-1"))),
        new Row("a freeze of what is no id", 404, s -> s.post("ana", CASES + "-1/freeze", "")),
        new Row(
            "a child of another case",
            404,
            s -> s.post("ana", s.heldCase() + "/children/" + UNKNOWN + "/located", "")),
        new Row(
            "a standing that does not exist",
            422,
            s -> s.by("ana", "/api/v1/cases?standing=Zlatibor").build()),
        new Row(
            "a list of a kind that does not exist",
            422,
            s -> s.by("ana", "/api/v1/cases?kind=Zlatibor").build()),
        new Row(
            "a page behind Zlatibor",
            422,
            s -> s.by("ana", "/api/v1/cases?after=Zlatibor417").build()),
        new Row(
            "a page of a million", 422, s -> s.by("ana", "/api/v1/cases?limit=1000000").build()),
        new Row(
            "a page of Zlatibor", 422, s -> s.by("ana", "/api/v1/cases?limit=Zlatibor").build()),
        new Row("an unknown path", 404, s -> s.by("ana", "/api/v1/zlatibor417").build()),
        new Row("a path outside the interface", 404, s -> s.by("ana", "/etc/passwd").build()),
        new Row(
            "a method that is not there", 405, s -> s.by("ana", s.heldCase()).DELETE().build()));
  }

  private static Row keyed(String name, String key) {
    return new Row(
        name,
        400,
        s -> {
          var request = s.by("ana", "/api/v1/reports").header("Content-Type", "application/json");
          if (key != null) {
            request.header("Idempotency-Key", key);
          }
          return request.POST(BodyPublishers.ofString(Reports.marked("NO-KEY"))).build();
        });
  }

  private static Row amending(String name, int status, String etag, String patch) {
    return new Row(name, status, s -> amendment(s, etag, patch));
  }

  private static Row current(String name, int status, String patch) {
    return new Row(name, status, s -> amendment(s, current(s, s.held.text("case")), patch));
  }

  private static HttpRequest amendment(Targets s, String etag, String patch) {
    var request =
        s.by("ana", s.heldReport()).header("Content-Type", "application/merge-patch+json");
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.method("PATCH", BodyPublishers.ofString(patch)).build();
  }

  private static Row releasing(String name, int status, String body) {
    Function<Targets, HttpRequest> request =
        s ->
            s.by("ana", s.heldReport() + "/release")
                .header("If-Match", current(s, s.held.text("case")))
                .header("Idempotency-Key", HotlineClient.newKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    return new Row(name, status, request);
  }

  private static Row ending(String name, int status, String body) {
    return new Row(name, status, s -> s.post("jelena", s.heldChild() + "/end", body));
  }

  private static String release(String basis) {
    return "{\"desk\": \"d\", \"basis\": \"" + basis + "\"}";
  }

  private static String current(Targets s, String caseId) {
    return s.hotline.as("ana").read(caseId).etag();
  }
}
