package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

/** No alert goes out about a case in which nobody is missing. */
class NotASearchIT {

  private static final String ALERTS = TrialAlert.ALERTS;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String wish = alerts.wish(trial, "RS-03");

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.problem()).as(answer.toString()).isEqualTo("not-a-search");
  }

  /** A kind of a newer intake reads as OTHER. */
  @ParameterizedTest
  @EnumSource(value = CaseKind.class, mode = Mode.EXCLUDE, names = "MISSING")
  @Proves(3)
  void noAlertIsDraftedForEitherAudienceUntilTheChildIsMissing(CaseKind kind) {
    alerts.known(trial.ofKind(kind).reported(says).released(says));

    refused(alerts.supervisor.command(ALERTS, wish));
    refused(alerts.supervisor.command(ALERTS, wish.replace("VOLUNTEER", "PUBLIC")));
    assertThat(alerts.supervisor.get(ALERTS + "?case=" + trial.id).json().path("alerts")).isEmpty();

    alerts.known(trial.ofKind(CaseKind.MISSING).amended(says));
    assertThat(alerts.read(alerts.started(wish)).path("status").asString()).isEqualTo("ACTIVE");
  }

  /** As when intake was restored from a copy that is older than the step. */
  @ParameterizedTest
  @EnumSource(
      value = CaseKind.class,
      names = {"AT_RISK", "UNIDENTIFIED"})
  @Proves({3, 4})
  void draftIsNotApprovedAndWhatGoesOutStopsWhenTheCaseIsNoSearchAnyMore(CaseKind kind) {
    alerts.known(trial.reported(says).released(says));
    String live = alerts.started(alerts.wish(trial, "RS-04"));
    JsonNode draft = alerts.drafted(wish);

    alerts.known(trial.ofKind(kind).amended(says));

    refused(alerts.approve(draft.path("alert").asString(), draft.path("preview").asString()));
    alerts.becomes(live, "FROZEN");
    assertThat(alerts.read(live).path("holds").toString()).contains("NOT_A_SEARCH");
    Answer update =
        alerts.supervisor.command(
            ALERTS + "/" + live + "/updates", "{\"text\": {\"sr\": \"Opet.\"}}");
    assertThat(update.status()).as(update.toString()).isEqualTo(409);
  }
}
