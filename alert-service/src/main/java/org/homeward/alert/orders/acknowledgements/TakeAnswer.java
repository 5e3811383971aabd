package org.homeward.alert.orders.acknowledgements;

import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Writes down what an organisation says to an alert; it stops, sends and ends nothing. */
final class TakeAnswer {

  private static final String BY = "alert";

  private final GuardedDocuments<Answers> answers;
  private final GuardedDocuments<Alert> alerts;

  TakeAnswer(GuardedDocuments<Answers> answers, GuardedDocuments<Alert> alerts) {
    this.answers = answers;
    this.alerts = alerts;
  }

  /** How it ended. */
  enum Taken {
    DONE,
    /** Another word stands, which this one does not replace. */
    KEPT,
    /**
     * Nothing of such an alert goes out; a person may still write down what was said of its end.
     */
    NO_ALERT,
    KEY_REUSED
  }

  /** Safe to repeat. */
  Taken take(String alert, long number, Word word) {
    return switch (answers.<Taken>put(alert, read -> decide(read, alert, number, word))) {
      case WriteOutcome.Written(var _, var taken) -> taken;
      case WriteOutcome.Kept(var _, var taken) -> taken;
      case WriteOutcome.NotMade(var taken) -> taken;
    };
  }

  /** As a person asks for it. */
  Taken take(String alert, long number, Word word, Command command) {
    return switch (answers.<Taken>put(alert, command, read -> decide(read, alert, number, word))) {
      case WriteOutcome.Written(var _, var taken) -> taken;
      case WriteOutcome.Kept(var _, var taken) -> taken;
      case WriteOutcome.NotMade(var taken) -> taken;
      case WriteOutcome.Repeated(var _, var _) -> Taken.DONE;
      case WriteOutcome.KeyReused() -> Taken.KEY_REUSED;
    };
  }

  private Decision<Answers, Taken> decide(
      Optional<Guarded<Answers>> read, String alert, long number, Word word) {
    Optional<String> caseId = alerts.find(alert).flatMap(found -> caseOf(found.state(), word));
    boolean gone = read.map(Guarded::state).filter(Answers.Gone.class::isInstance).isPresent();
    if (gone || caseId.isEmpty()) {
      return Decision.keep(Taken.NO_ALERT); // upholds 8
    }
    Answers.Known known =
        read.isPresent() && read.get().state() instanceof Answers.Known there
            ? there
            : new Answers.Known(caseId.get(), Map.of());
    return known
        .with(number, word)
        .map(
            next ->
                Decision.write(
                    Edit.<Answers>of(next, word.by() == null ? BY : word.by()), Taken.DONE))
        .orElseGet(() -> Decision.keep(Taken.KEPT));
  }

  /** Of what has gone out. A link and a key open nothing once the alert is over. */
  private static Optional<String> caseOf(Alert alert, Word word) {
    return switch (alert) {
      case Alert.Active _, Alert.Frozen _ -> Optional.of(alert.caseId());
      case Alert.Over over ->
          over.erase() || word.way() != Word.Way.STAFF
              ? Optional.empty()
              : Optional.of(over.caseId());
      case Alert.Draft _, Alert.Erased _ -> Optional.empty();
    };
  }
}
