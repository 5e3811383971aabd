package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.aftercare.TrialEndings.ASKED;
import static org.homeward.intake.aftercare.TrialEndings.child;
import static org.homeward.intake.aftercare.TrialEndings.found;
import static org.homeward.intake.aftercare.TrialEndings.ground;
import static org.homeward.intake.aftercare.TrialEndings.hear;
import static org.homeward.intake.aftercare.TrialEndings.mayBeTold;
import static org.homeward.intake.aftercare.TrialEndings.ok;
import static org.homeward.intake.aftercare.TrialEndings.opened;
import static org.homeward.intake.aftercare.TrialEndings.orders;
import static org.homeward.intake.aftercare.TrialEndings.readyToTell;
import static org.homeward.intake.aftercare.TrialEndings.staff;
import static org.homeward.intake.aftercare.TrialEndings.tell;
import static org.homeward.intake.aftercare.TrialEndings.word;

import java.util.EnumSet;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.aftercare.TrialEndings.Opened;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may be told where a child is, and until when, over HTTP. */
class WhereaboutsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();

  @Test
  @Proves(6)
  void aClaimantIsToldOnlyByASupervisorAndOnlyWhileEveryRuleIsMet() {
    Opened of = readyToTell("");
    String body =
        "{\"report\": \"%s\", \"ground\": \"%s\", \"reason\": \"x\"}"
            .formatted(of.report(), ground(of));
    assertThat(ana.post(of.child("/whereabouts"), body).status()).isEqualTo(403);
    assertThat(mayBeTold(of)).isFalse();
    assertThat(child(ana, of).has("ground")).isFalse();

    ok(tell(of));
    assertThat(mayBeTold(of)).isTrue();
    assertThat(child(ana, of).at("/claimants/0").has("rules")).isFalse();
    assertThat(child(jelena, of).at("/claimants/0/rules").valueStream())
        .allMatch(row -> row.path("met").asBoolean(false));

    ok(ana.post(of.child("/safety"), word("NOT_SAFE", staff() + ", \"hiding\": \"KEEP_HIDDEN\"")));
    assertThat(mayBeTold(of)).isFalse();
    Answer refused = tell(of);
    assertThat(refused.problem()).isEqualTo("whereabouts-not-told");
    assertThat(refused.json().at("/unmet/0").asString()).isEqualTo("NOT_SEALED");
  }

  @Test
  @Proves(6)
  void aChildInAShelterIsToldToNobody() {
    Opened of = readyToTell(ASKED + ", \"shelter\": {\"country\": \"RS\", \"locality\": \"Niš\"}");

    assertThat(tell(of).json().path("unmet").toString()).isEqualTo("[\"NOT_SEALED\"]");
    assertThat(mayBeTold(of)).isFalse();
  }

  @Test
  @Proves(6)
  void aDecisionThatAChildOrPoliceHaveMadeVoidNeverComesBack() {
    Opened of = readyToTell("");
    ok(tell(of));
    ok(hear(of, "REFUSES"));
    assertThat(mayBeTold(of)).isFalse();

    ok(hear(of, "AGREES"));
    assertThat(mayBeTold(of)).as("what is agreed anew is decided anew").isFalse();
    assertThat(child(jelena, of).at("/claimants/0/decisions/0/stands").asBoolean(true)).isFalse();
    ok(tell(of));
    assertThat(mayBeTold(of)).isTrue();
    String read = ground(of);
    orders(of, "FOUND", ", \"orders\": \"x\"");
    assertThat(mayBeTold(of)).isFalse();

    assertThat(tell(of, read, ", \"clearOfOrders\": true").problem())
        .as("nobody is clear of orders that the supervisor has not read")
        .isEqualTo("ground-changed");
    assertThat(tell(of).json().at("/unmet/0").asString()).isEqualTo("CLEAR_OF_ORDERS");
    ok(tell(of, ground(of), ", \"clearOfOrders\": true"));
    assertThat(mayBeTold(of)).isTrue();
    orders(of, "NONE_FOUND", "");
    assertThat(mayBeTold(of)).isFalse();
  }

  @Test
  @Proves(6)
  void aDangerInAnInterviewEndsADecisionAndAllowsNoOther() {
    Opened of = readyToTell("");
    ok(tell(of));
    Answer offered =
        ana.post(of.child("/interviews"), "{\"office\": \"PSYCHOLOGIST\", \"name\": \"Dr M\"}");
    assertThat(mayBeTold(of)).isTrue();

    ok(
        intake
            .person("kata", Role.CONFIDANT)
            .post(
                of.path() + "/interviews/" + offered.json().path("interview").asString() + "/held",
                "{\"danger\": {\"text\": \"she waits\", \"feared\": [\"CAREGIVER\"]}}"));

    assertThat(mayBeTold(of)).isFalse();
    assertThat(tell(of).json().path("unmet").toString()).contains("\"NOT_FEARED\"");
  }

  @Test
  @Proves(6)
  void whatAnotherEpisodeOfTheChildSaysEndsADecisionForGood() {
    Opened of = readyToTell("");
    Opened other = opened(", \"feared\": [\"CAREGIVER\"]");
    ok(tell(of));

    Answer linked =
        ana.post(
            of.child("/links"),
            "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
                .formatted(other.id(), other.child()));
    assertThat(mayBeTold(of)).isFalse();
    assertThat(tell(of).json().path("unmet").toString()).isEqualTo("[\"NOT_ELSEWHERE\"]");

    Answer undone =
        ana.post(
            of.child("/links/" + linked.json().path("link").asString() + "/undo"),
            "{\"reason\": \"MISTAKE\"}",
            "If-Match: " + linked.header("ETag"));
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(mayBeTold(of)).isFalse();
    ok(tell(of));
    assertThat(mayBeTold(of)).isTrue();
  }

  @Test
  @Proves({6, 7})
  void anEpisodeThatIsErasedBringsNoDecisionBack() {
    Opened of = readyToTell("");
    Opened other = found("");
    ok(tell(of));
    ana.post(
        of.child("/links"),
        "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
            .formatted(other.id(), other.child()));
    assertThat(mayBeTold(of)).isFalse();

    ok(intake.vera().post(other.path() + "/erase", "{\"reason\": \"COURT_ORDER\"}"));

    await()
        .untilAsserted(
            () ->
                assertThat(child(ana, of).at("/claimants/0/decisions/0").has("withdrawn"))
                    .isTrue());
    assertThat(mayBeTold(of)).isFalse();
  }

  @Test
  @Proves(6)
  void aChildThatIsMissingAgainEndsADecision() {
    Opened of = readyToTell("");
    ok(tell(of));

    Answer again = ana.post(of.child("/missing-again"), "{\"channel\": \"PHONE\"}");

    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(mayBeTold(of)).isFalse();
    assertThat(child(ana, of).at("/claimants/0/decisions/0").has("withdrawn")).isTrue();
  }

  @Test
  @Proves(6)
  void aReportAboutASiblingEndsADecision() {
    Opened of = siblings();
    ok(tell(of, first(of).path("ground").asString(), ""));
    assertThat(first(of).at("/claimants/0/mayBeTold").asBoolean(false)).isTrue();

    Answer joined =
        ana.post(of.path() + "/reports", "{\"exercise\": false, \"channel\": \"PHONE\"}");

    assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    assertThat(first(of).at("/claimants/0/mayBeTold").asBoolean(true)).isFalse();
  }

  /** One of two is found, heard, and checked by police; the other one is searched for. */
  private Opened siblings() {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "newChildren": [{}, {}],
             "says": {"reporter": {"relation": "PARENT"}, "feared": ["NOBODY"]}}""");
    var of =
        new Opened(
            opened.json().path("case").asString(),
            opened.json().path("report").asString(),
            opened.json().path("children").path(0).asString());
    ok(
        ana.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    orders(of, "NONE_FOUND", "");
    ok(hear(of, "AGREES"));
    return of;
  }

  private JsonNode first(Opened of) {
    return ok(jelena.get(of.path() + "/ending"))
        .json()
        .path("children")
        .valueStream()
        .filter(each -> each.path("child").asString("").equals(of.child()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Proves(6)
  void whomTheChildFearsIsAskedBeforeAnybodyIsTold() {
    Opened of = readyToTell("");
    Opened unasked = found("");
    orders(unasked, "NONE_FOUND", "");
    ok(hear(unasked, "AGREES", ""));
    assertThat(tell(unasked).json().path("unmet").toString())
        .as("what its caller says of it is no answer of the child")
        .isEqualTo("[\"FEAR_ASKED\",\"NOT_FEARED\"]");

    ok(tell(of));
    assertThat(mayBeTold(of)).isTrue();
  }

  @Test
  @Proves(6)
  void aFreezeEndsADecisionAndAllowsNoOther() {
    Opened of = siblings();
    ok(tell(of, first(of).path("ground").asString(), ""));

    ana.postNothing(of.path() + "/freeze");

    assertThat(first(of).at("/claimants/0/mayBeTold").asBoolean(true)).isFalse();
    assertThat(tell(of, first(of).path("ground").asString(), "").json().path("unmet").toString())
        .isEqualTo("[\"NOT_STOPPED\"]");
  }

  @Test
  @Proves({4, 7})
  void whatWasDecidedIsWithdrawnAtAnyTime() {
    Opened of = readyToTell("");
    ok(tell(of));
    String body = "{\"report\": \"%s\", \"reason\": \"he drinks\"}".formatted(of.report());

    ok(ana.post(of.child("/whereabouts/withdraw"), body));
    assertThat(mayBeTold(of)).isFalse();
    assertThat(child(ana, of).at("/claimants/0/decisions/0/withdrawn/reason").asString())
        .isEqualTo("he drinks");
    ok(ana.post(of.child("/whereabouts/withdraw"), body));

    String read = ground(of);
    ok(ana.post(of.child("/whereabouts/withdraw"), body));
    assertThat(tell(of, read, "").problem())
        .as("a supervisor who has not read why it was withdrawn")
        .isEqualTo("ground-changed");
    ok(tell(of));
    assertThat(mayBeTold(of)).isTrue();
  }

  @Test
  @Proves({6, 7})
  void aRestoreEndsEveryDecision() {
    Opened of = readyToTell("");
    ok(tell(of));
    Incarnation incarnation = intake.bean(Incarnation.class);

    assertThat(stands(of, incarnation)).isTrue();
    assertThat(stands(of, new Incarnation(incarnation.number() + 1))).isFalse();
  }

  private boolean stands(Opened of, Incarnation incarnation) {
    var viewer =
        new Viewer(
            "person-jelena", "supervisor", EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
    LookAtCase.Seen seen = intake.bean(LookAtCase.class).at(of.id(), viewer).orElseThrow();
    var grounds =
        new FindGrounds(
                intake.bean(LinkedEpisodes.class),
                intake.bean(Interviewed.class),
                incarnation,
                intake.bean(DerivedIds.class))
            .of(seen);
    Aftercare aftercare = intake.bean(ChangeAftercare.class).of(seen);
    return grounds.told(aftercare, of.child(), of.report()).isPresent();
  }
}
