package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.episodes.TrialChildren.KEPT_FROM_MARKO;
import static org.homeward.intake.episodes.TrialChildren.cases;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.episodes.TrialChildren.At;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Children who live together, over HTTP. */
class HouseholdsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialChildren children = new TrialChildren(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  @Test
  @Proves({6, 9})
  void childrenOfOneHomeAreOneHousehold() {
    String home = ", \"home\": {\"locality\": \"%s\", \"text\": \"%s 7\"}";
    At one =
        children.opened(
            children.child("Sara", home.formatted("Novi Sad", "Glavna " + children.tag())),
            "",
            false);
    At other =
        children.opened(
            children.child("Vuk", home.formatted("novi sad", "GLAVNA " + children.tag())),
            "",
            false);
    At hidden =
        children.opened(
            children.child("Ana", home.formatted("Novi Sad", "Glavna " + children.tag())),
            KEPT_FROM_MARKO,
            false);
    children.opened(
        children.child("Olga", home.formatted("Niš", "Glavna " + children.tag())), "", false);
    At exercise =
        children.opened(
            children.child("Vanja", home.formatted("Novi Sad", "Glavna " + children.tag())),
            "",
            true);
    assertThat(ana.get(one.path()).json().path("household"))
        .as("what is held leads to nobody")
        .isEmpty();

    for (At each : List.of(one, other, hidden, exercise)) {
      released(each.caseId(), each.report());
    }

    await()
        .untilAsserted(
            () ->
                assertThat(cases(ana.get(one.path()).json().path("household")))
                    .containsExactlyInAnyOrder(other.caseId(), hidden.caseId()));
    JsonNode household = marko.get(one.path()).json().path("household");
    assertThat(cases(household)).containsExactly(other.caseId());
    assertThat(household.at("/0/by/0").asString()).isEqualTo("HOME");
  }

  /** The number of a held report, or of the child's own call, leads nobody to a case. */
  @Test
  @Proves(6)
  void childrenOfOneCaregiverAreOneHouseholdOnceTheNumberMayLeadThere() {
    String number = "+38164" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    JsonNode one = called("PARENT", number);
    JsonNode other = called("GUARDIAN", number);
    JsonNode herself = called("CHILD_SELF", number);
    String path =
        "/api/v1/cases/%s/children/%s"
            .formatted(one.path("case").asString(), one.at("/children/0").asString());
    assertThat(ana.get(path).json().path("household")).isEmpty();

    released(one);
    released(other);
    released(herself);

    await()
        .untilAsserted(
            () ->
                assertThat(cases(ana.get(path).json().path("household")))
                    .containsExactly(other.path("case").asString()));
    assertThat(ana.get(path).json().at("/household/0/by/0").asString()).isEqualTo("CAREGIVER");
  }

  private JsonNode called(String relation, String number) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            ("{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [%s],"
                    + " \"says\": {\"reporter\": {\"relation\": \"%s\", \"phone\": \"%s\"}}}")
                .formatted(children.child("Vid", ""), relation, number));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json();
  }

  private void released(JsonNode opened) {
    released(opened.path("case").asString(), opened.path("report").asString());
  }

  private void released(String caseId, String report) {
    Answer answer =
        intake
            .jelena()
            .post(
                "/api/v1/cases/%s/reports/%s/release".formatted(caseId, report),
                "{\"desk\": \"rs-novi-sad\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"asked for\"}",
                "If-Match: *");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
