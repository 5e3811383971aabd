package org.homeward.intake.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A supervisor looks in the morning at what others decided alone at night. */
class ReviewsIT {

  private static final String REASON = "planted-reason-of-a-release";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final JsonNode opened =
      ana.post("/api/v1/reports", "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}")
          .json();
  private final String id = opened.path("case").asString();
  private final String path = "/api/v1/cases/" + id;
  private final String report = path + "/reports/" + opened.path("report").asString();

  private String version() {
    return "If-Match: " + ana.get(path).header("ETag");
  }

  private void decide(String what, String body) {
    Answer answer = ana.post(report + "/" + what, body, version());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private void release() {
    decide(
        "release",
        "{\"desk\": \"pu\", \"basis\": \"VITAL_INTEREST\", \"reason\": \"%s\"}".formatted(REASON));
  }

  /** Those of this case, the newest first. */
  private List<JsonNode> listed(Person who, String query) {
    List<JsonNode> own = new ArrayList<>();
    for (JsonNode each : who.get("/api/v1/decisions?limit=200" + query).json().path("decisions")) {
      if (each.path("case").asString().equals(id)) {
        own.add(each);
      }
    }
    return own;
  }

  private Answer see(Person who, int decision) {
    return who.postNothing(path + "/decisions/" + decision + "/seen");
  }

  @Test
  @Proves(12)
  void eachDecisionIsListedWithWhoAndWhyAndASupervisorMarksItAsSeen() {
    decide("hold", "{\"reason\": \"REFUSED\"}");
    release();
    String child = opened.path("children").path(0).asString();
    Answer ended =
        ana.post(
            path + "/children/" + child + "/end",
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\","
                + " \"reference\": \"KU 1\"}");
    assertThat(ended.status()).as(ended.toString()).isEqualTo(200);

    List<JsonNode> decisions = listed(jelena, "");

    assertThat(decisions)
        .extracting(each -> each.path("kind").asString())
        .containsExactly("ENDED", "RELEASED", "HELD");
    assertThat(decisions)
        .extracting(each -> each.path("code").asString())
        .containsExactly("FOUND_SAFE", "VITAL_INTEREST", "REFUSED");
    assertThat(decisions).allMatch(each -> each.path("by").asString().equals("person-ana"));
    assertThat(decisions.get(1).path("reason").asString()).isEqualTo(REASON);
    assertThat(decisions.getFirst().path("child").asString()).isEqualTo(child);

    assertThat(see(jelena, 2).status()).isEqualTo(200);
    assertThat(see(intake.person("milan", Role.SUPERVISOR), 2).status()).isEqualTo(200);
    assertThat(listed(jelena, "&seen=true")).hasSize(1);
    JsonNode seen = listed(jelena, "&seen=true").getFirst();
    assertThat(seen.at("/seen/by").asString())
        .as("the first look stays")
        .isEqualTo("person-jelena");
    assertThat(listed(jelena, "&seen=false"))
        .extracting(each -> each.path("decision").asInt())
        .containsExactly(3, 1);
  }

  @Test
  void nobodyMarksHerOwnDecisionAndOnlySupervisorsReview() {
    Answer held = jelena.post(report + "/hold", "{\"reason\": \"REFUSED\"}", version());
    assertThat(held.status()).as(held.toString()).isEqualTo(200);

    assertThat(see(jelena, 1).problem()).isEqualTo("another-person-needed");
    assertThat(see(ana, 1).status()).isEqualTo(403);
    assertThat(ana.get("/api/v1/decisions").status()).isEqualTo(403);
    assertThat(see(jelena, 2).status()).isEqualTo(404);
    assertThat(see(intake.person("milan", Role.SUPERVISOR), 1).status()).isEqualTo(200);
  }

  @Test
  void noPageLosesADecisionAndBadQuestionsAreRefused() {
    decide("hold", "{\"reason\": \"REFUSED\"}");
    release();
    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = jelena.get("/api/v1/decisions?limit=1&after=" + next).json();
      page.path("decisions")
          .forEach(
              each ->
                  walked.add(each.path("case").asString() + "/" + each.path("decision").asInt()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());

    assertThat(walked).doesNotHaveDuplicates().containsSubsequence(id + "/2", id + "/1");
    for (String bad :
        List.of("since=yesterday", "since=2020-01-01T00:00:00Z", "seen=perhaps", "after=x")) {
      assertThat(jelena.get("/api/v1/decisions?" + bad).status()).as(bad).isEqualTo(422);
    }
  }

  @Test
  @Proves(10)
  void onlyWhatStandsOnThePageIsRecordedAsLookedAt() {
    release();
    JsonNode newer =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}")
            .json();
    String newerId = newer.path("case").asString();
    Answer held =
        ana.post(
            "/api/v1/cases/" + newerId + "/reports/" + newer.path("report").asString() + "/hold",
            "{\"reason\": \"REFUSED\"}",
            "If-Match: " + ana.get("/api/v1/cases/" + newerId).header("ETag"));
    assertThat(held.status()).as(held.toString()).isEqualTo(200);
    String login = "reviewer-" + UUID.randomUUID();

    JsonNode shown = intake.person(login, Role.SUPERVISOR).get("/api/v1/decisions?limit=1").json();

    String first = shown.at("/decisions/0/case").asString();
    assertThat(first).isNotEqualTo(id);
    assertThat(looks(login, first)).isEqualTo(1);
    assertThat(looks(login, id)).isZero();
  }

  private long looks(String login, String subject) {
    return intake
        .bean(MongoDatabase.class)
        .getCollection("audit")
        .countDocuments(
            Filters.and(
                Filters.eq("fields.reader", "person-" + login),
                Filters.eq("fields.subjects", subject)));
  }

  @Test
  @Proves({6, 8})
  void whoMustNotSeeTheCaseSeesNoDecisionAndAnErasedCaseLeavesNone() {
    release();
    Person milan = intake.person("milan", Role.SUPERVISOR);
    assertThat(listed(milan, "")).hasSize(1);
    milan.get("/api/v1/cases?limit=1"); // somebody in charge must remain
    assertThat(jelena.post(path + "/not-to", "{\"notTo\": [\"person:person-milan\"]}").status())
        .isEqualTo(200);

    assertThat(listed(milan, "")).isEmpty();
    assertThat(see(milan, 1).status()).isEqualTo(404);

    String why = "{\"reason\": \"SUBJECT_REQUEST\"}";
    assertThat(jelena.post(path + "/erase", why).status()).isEqualTo(200);
    assertThat(intake.vera().post(path + "/erase", why).status()).isEqualTo(200);
    assertThat(listed(jelena, "")).isEmpty();
    assertThat(see(jelena, 1).status()).isEqualTo(410);
    Document stored =
        intake
            .bean(MongoDatabase.class)
            .getCollection("cases")
            .find(new Document("_id", id))
            .first();
    assertThat(String.valueOf(stored.get("state"))).doesNotContain(REASON);
  }
}
