package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who hears which ids over HTTP. */
class ChangesIT {

  private static final String CHANGES = "/api/v1/changes/intake";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  private String head() {
    return ana.get(CHANGES).json().path("next").asString();
  }

  private String opened(Person by, String more) {
    Answer opened =
        by.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]" + more + "}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  /** All that a person hears from a place on, until she has heard all of these. */
  private static Set<String> heard(Person person, String from, String... until) {
    Set<String> heard = new LinkedHashSet<>();
    String at = from;
    while (!heard.containsAll(Set.of(until))) {
      JsonNode page = person.get(CHANGES + "?after=" + at + "&wait=2").json();
      page.path("changes")
          .forEach(
              each -> heard.add(each.path("type").asString() + "/" + each.path("id").asString()));
      at = page.path("next").asString();
    }
    return heard;
  }

  @Test
  @Proves(6)
  void whoeverMustNotLearnOfACaseHearsNothingOfItNorOfWhatIsTiedToIt() {
    String from = head();
    String kept = "\"notTo\": [\"person:person-marko\"]";
    String caseId = opened(ana, ", " + kept);
    String draft =
        ana.post("/api/v1/drafts", "{\"exercise\": false, \"typed\": {}, " + kept + "}")
            .json()
            .path("draft")
            .asString();
    String call =
        ana.post(
                "/api/v1/calls", "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}")
            .json()
            .path("call")
            .asString();
    ana.post("/api/v1/calls/" + call + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    String due = Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.SECONDS).toString();
    ana.post(
        "/api/v1/cases/" + caseId + "/actions", "{\"what\": \"ask\", \"due\": \"" + due + "\"}");

    assertThat(
            heard(ana, from, "case/" + caseId, "draft/" + draft, "call/" + call, "task/" + caseId))
        .isNotEmpty();
    String marker = opened(ana, "");
    assertThat(heard(marko, from, "case/" + marker))
        .doesNotContain("case/" + caseId, "draft/" + draft, "call/" + call, "task/" + caseId);
  }

  @Test
  @Proves(6)
  void rightsAreAskedForWhenItIsReadNotWhenItWasWritten() {
    String from = head();
    String caseId = opened(ana, "");
    assertThat(heard(marko, from, "case/" + caseId)).isNotEmpty();
    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    String marker = opened(ana, "");
    assertThat(heard(marko, from, "case/" + marker)).doesNotContain("case/" + caseId);
    assertThat(heard(ana, from, "case/" + marker)).contains("case/" + caseId);
  }

  @Test
  void nobodyHearsOfWhatIsErased() {
    String from = head();
    String caseId = opened(ana, "");
    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post("/api/v1/cases/" + caseId + "/erase", erase);
    intake.vera().post("/api/v1/cases/" + caseId + "/erase", erase);

    String marker = opened(ana, "");
    assertThat(heard(ana, from, "case/" + marker)).doesNotContain("case/" + caseId);
  }

  @Test
  void whatSomebodyTypesIsToldOnceAndItsEndOnce() {
    String from = head();
    Answer opened = ana.post("/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}");
    String draft = opened.json().path("draft").asString();
    assertThat(heard(marko, from, "draft/" + draft)).isNotEmpty();

    String typing = head();
    Answer saved =
        ana.put(
            "/api/v1/drafts/" + draft,
            "{\"typed\": {\"/says/notes/text\": \"x\"}}",
            "If-Match: " + opened.all("ETag").getFirst());
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    String marker = opened(ana, "");
    assertThat(heard(marko, typing, "case/" + marker)).doesNotContain("draft/" + draft);

    ana.postNothing(
        "/api/v1/drafts/" + draft + "/discard", "If-Match: " + saved.all("ETag").getFirst());
    assertThat(heard(marko, typing, "draft/" + draft)).isNotEmpty();
  }

  @Test
  void aPlaceOrAWaitThatIsNoneIsRefusedAndAForeignPlaceIsGone() {
    assertThat(ana.get(CHANGES + "?after=x").status()).isEqualTo(422);
    assertThat(ana.get(CHANGES + "?wait=26").status()).isEqualTo(422);
    assertThat(ana.get(CHANGES + "?wait=-1").status()).isEqualTo(422);
    Answer gone = ana.get(CHANGES + "?after=aaaaaaaa.1");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.json().path("resync").asString()).isEqualTo(CHANGES);
    assertThat(intake.person("dragan", Role.POLICE).get(CHANGES).status()).isEqualTo(403);
  }
}
