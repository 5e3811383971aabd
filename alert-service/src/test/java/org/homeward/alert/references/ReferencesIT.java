package org.homeward.alert.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody reads out a short code. */
class ReferencesIT {

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private static Answer asked(Wire who, String code) {
    return who.command("/api/v1/references", "{\"code\": \"" + code + "\"}");
  }

  private String codeOfNotice() {
    node.publish(trial.reported(says).released(says));
    return node.item(node.newDesk(false), trial, "ACTIVE").path("reference").asString();
  }

  @Test
  void theCodeOfAPoliceItemLeadsToItsCase() {
    String code = codeOfNotice();

    assertThat(asked(alerts.operator, code).json().path("case").asString()).isEqualTo(trial.id);
    Answer small = asked(alerts.operator, code.toLowerCase(Locale.ROOT));
    assertThat(small.json().path("case").asString()).isEqualTo(trial.id);
  }

  @Test
  void theCodeInAMailLeadsToTheCaseOfItsAlert() {
    alerts.known(trial.reported(says).released(says));
    String alert = alerts.started(alerts.wish(trial, Volunteers.of(node).region));
    String code = alerts.read(alert).path("reference").asString();

    assertThat(asked(alerts.operator, code).json().path("case").asString()).isEqualTo(trial.id);
  }

  @Test
  @Proves(6)
  void whoeverIsExcludedAndWhoeverAsksForNothingGetTheSame() {
    String code = codeOfNotice();
    alerts.known(trial.notTo("person:person-marko").amended(says));

    Answer hidden = asked(node.person("marko", "operator"), code);
    Answer nothing = asked(node.person("marko", "operator"), "RS-2222222");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo(nothing.text());
    assertThat(asked(alerts.operator, code).status()).isEqualTo(200);
  }

  private static Answer codeOf(Wire who, String caseId) {
    return who.get("/api/v1/references/" + caseId);
  }

  @Test
  void operatorsSayTheCodeThatPoliceRead() {
    String code = codeOfNotice();

    assertThat(codeOf(alerts.operator, trial.id).json().path("notice").asString()).isEqualTo(code);
  }

  @Test
  void aCaseOfWhichPoliceReadNothingHasNoCode() {
    alerts.known(trial.reported(says));

    Answer answer = codeOf(alerts.operator, trial.id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().has("notice")).isFalse();
  }

  @Test
  @Proves({6, 10})
  void theCodeOfACaseIsKeptFromThoseFromWhomTheCaseIsKept() {
    codeOfNotice();
    alerts.known(trial.notTo("person:person-marko").amended(says));
    Wire marko = node.person("marko", "operator");

    Answer hidden = codeOf(marko, trial.id);

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo(codeOf(marko, UUID.randomUUID().toString()).text());
    assertThat(codeOf(node.person("vera", "dpo"), trial.id).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana", "RS-", "RS 7KQ2", "RS-7KQ2-7KQ2"})
  void whatIsNoCodeIsRefusedWithItsPlace(String text) {
    Answer refused = asked(alerts.operator, text);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("/code").doesNotContain(text);
  }

  @Test
  void itIsForThoseWhoTakeCalls() {
    assertThat(asked(node.person("petar", "authority"), "RS-7KQ2").status()).isEqualTo(403);
    assertThat(asked(node.person("vera", "dpo"), "RS-7KQ2").status()).isEqualTo(403);
  }
}
