package org.homeward.intake.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Texts for calls over HTTP: one writes, another approves. */
class ScriptsIT {

  private static final String SCRIPTS = "/api/v1/scripts";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();

  private JsonNode line(String script) {
    return ana.get(SCRIPTS)
        .json()
        .path("scripts")
        .valueStream()
        .filter(each -> each.path("script").asString().equals(script))
        .findFirst()
        .orElseThrow();
  }

  private static Answer propose(Person by, String script, String text) {
    return by.post(
        SCRIPTS + "/" + script + "/propose", "{\"text\": \"" + text + "\"}", "If-Match: *");
  }

  private static Answer approve(Person by, String script, long edition) {
    return by.post(
        SCRIPTS + "/" + script + "/approve", "{\"edition\": " + edition + "}", "If-Match: *");
  }

  private long proposed(String script) {
    return ana.get(SCRIPTS + "/" + script).json().at("/proposed/edition").asLong();
  }

  @Test
  void whatCameWithIntakeIsAProposalThatASupervisorApproves() {
    String script = "SILENT_CALL.en";
    Answer read = jelena.get(SCRIPTS + "/" + script);
    assertThat(read.json().has("inUse")).isFalse();
    assertThat(read.json().at("/proposed/by").asString()).isEqualTo("intake");
    assertThat(read.all("ETag")).containsExactly("\"0\"");
    assertThat(line(script).path("waits").asBoolean()).isTrue();

    Answer approved =
        jelena.post(SCRIPTS + "/" + script + "/approve", "{\"edition\": 1}", "If-Match: \"0\"");

    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(line(script).at("/inUse/approvedBy").asString()).isEqualTo("person-jelena");
    assertThat(line(script).at("/inUse/text").asString()).contains("116 000");
    assertThat(line(script).path("waits").asBoolean()).isFalse();
  }

  @Test
  void whoeverWroteATextDoesNotApproveItUnderAnotherLoginEither() {
    String script = "CHILD_CALLS.en";
    propose(jelena, script, "say <b>hello</b>");
    long edition = proposed(script);

    assertThat(approve(jelena, script, edition).text()).contains("own-text");
    assertThat(line(script).has("inUse")).isFalse();
    assertThat(ana.get(SCRIPTS).text()).doesNotContain("say <b>hello</b>");
    assertThat(approve(intake.person("milan", Role.SUPERVISOR), script, edition).status())
        .isEqualTo(200);
    assertThat(line(script).at("/inUse/text").asString()).isEqualTo("say <b>hello</b>");
  }

  @Test
  void anOperatorProposesAndTheTextInUseStaysUntilItIsApproved() {
    String script = "PARENT_CALLS.en";
    propose(ana, script, "first");
    approve(jelena, script, proposed(script));
    propose(ana, script, "second");

    assertThat(line(script).at("/inUse/text").asString()).isEqualTo("first");
    assertThat(approve(jelena, script, proposed(script) - 1).text()).contains("nothing-proposed");
    approve(jelena, script, proposed(script));
    JsonNode now = ana.get(SCRIPTS + "/" + script).json();
    assertThat(now.at("/inUse/text").asString()).isEqualTo("second");
    assertThat(now.path("editions")).hasSize(2);

    assertThat(jelena.postNothing(SCRIPTS + "/" + script + "/withdraw", "If-Match: *").status())
        .isEqualTo(200);
    assertThat(line(script).has("inUse")).isFalse();
  }

  @Test
  void ofTwoWhoWriteTheSecondIsToldAndARepetitionIsNot() {
    String script = "CALLER_LEARNS.el";
    String path = SCRIPTS + "/" + script + "/propose";
    String seen = "If-Match: " + ana.get(SCRIPTS + "/" + script).all("ETag").getFirst();
    String key = UUID.randomUUID().toString();

    Answer first = ana.repeat(path, "{\"text\": \"mine\"}", key, seen);
    Answer again = ana.repeat(path, "{\"text\": \"mine\"}", key, seen);
    Answer second = jelena.post(path, "{\"text\": \"hers\"}", seen);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(jelena.post(path, "{\"text\": \"hers\"}").status()).isEqualTo(428);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          propose | {}                    | required
          propose | {"text": " "}         | blank
          propose | {"text": "a\\u0007b"} | control-character
          propose | {"text": "x", "y": 1} | unknown-field
          approve | {}                    | required
          approve | {"edition": 0}        | out-of-range
          """)
  void badInputIsRefusedWithItsPlace(String what, String body, String rule) {
    Answer refused = jelena.post(SCRIPTS + "/SHIFT_HANDOVER.en/" + what, body, "If-Match: *");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(ana.get(SCRIPTS + "/CHILD_CALLS.xx").status()).isEqualTo(404);
    assertThat(propose(ana, "NO_SUCH.en", "x").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamReadsThem(Role role) {
    assertThat(intake.person("other", role).get(SCRIPTS).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "CONFIDANT"})
  void onlyASupervisorApprovesAndWithdraws(Role role) {
    Person other = intake.person("other", role);

    assertThat(approve(other, "SHIFT_HANDOVER.en", 1).status()).isEqualTo(403);
    assertThat(other.postNothing(SCRIPTS + "/SHIFT_HANDOVER.en/withdraw", "If-Match: *").status())
        .isEqualTo(403);
  }
}
