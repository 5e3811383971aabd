package org.homeward.alert.orders.acknowledgements;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/**
 * Makes a tombstone of what organisations have said once the case is erased, before anything else
 * answers the alert's alarm: if this process dies, the alarm comes again.
 */
final class ForgetAnswers {

  private static final String BY = "alert";

  private final GuardedDocuments<Answers> answers;
  private final GuardedDocuments<Alert> alerts;

  ForgetAnswers(GuardedDocuments<Answers> answers, GuardedDocuments<Alert> alerts) {
    this.answers = answers;
    this.alerts = alerts;
  }

  /** Does nothing while the alert is not to be erased; safe to repeat. */
  void forgetIfErased(String alert) {
    if (alerts.find(alert).map(Guarded::state).filter(ForgetAnswers::isErased).isEmpty()) {
      return;
    }
    Instant now = answers.clock().instant();
    WriteOutcome<Answers, Boolean> _ =
        answers.<Boolean>put(
            alert,
            read ->
                read.map(Guarded::state).filter(Answers.Gone.class::isInstance).isPresent()
                    ? Decision.keep(false)
                    : Decision.write(
                        Edit.<Answers>of(
                                new Answers.Gone(YearMonth.from(now.atOffset(ZoneOffset.UTC))), BY)
                            .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                            .asEssential(),
                        true));
  }

  private static boolean isErased(Alert alert) {
    return alert instanceof Alert.Erased || (alert instanceof Alert.Over over && over.erase());
  }
}
