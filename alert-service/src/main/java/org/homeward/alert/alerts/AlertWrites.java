package org.homeward.alert.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.Outcome;

/** Decides on an alert and writes it, with the alarms of its new state. */
final class AlertWrites {

  static final String BY = "alert";

  /** How long the words that went out are kept after the end. */
  private static final Duration WORDS_KEPT = Duration.ofHours(24);

  private final GuardedDocuments<Alert> alerts;

  AlertWrites(GuardedDocuments<Alert> alerts) {
    this.alerts = alerts;
  }

  /** What a person asked for. */
  Outcome.OfRequest<Alert, AlertDecided> change(
      String id,
      List<Check<Alert, AlertDecided>> checks,
      String by,
      Function<Guarded<Alert>, AlertCommand> wish) {
    return change(id, checks, by, wish, becomes -> {});
  }

  /** The same, with something that has to be done before it is written; it may be done twice. */
  Outcome.OfRequest<Alert, AlertDecided> change(
      String id,
      List<Check<Alert, AlertDecided>> checks,
      String by,
      Function<Guarded<Alert>, AlertCommand> wish,
      Consumer<Alert> before) {
    return alerts.change(id, checks, read -> decide(read, wish.apply(read), by, before));
  }

  /** What follows by itself; safe to repeat. */
  void follow(String id, AlertCommand command) {
    Outcome<Alert, AlertDecided> _ =
        alerts.change(id, read -> decide(read, command, BY, becomes -> {}));
  }

  private Decision<Alert, AlertDecided> decide(
      Guarded<Alert> read, AlertCommand command, String by, Consumer<Alert> before) {
    Instant now = alerts.clock().instant();
    AlertDecided decided = AlertDecisions.decide(read.state(), command, now);
    return switch (decided) {
      case AlertDecided.Same _, AlertDecided.Refused _ -> Decision.keep(decided);
      case AlertDecided.Becomes becomes -> {
        before.accept(becomes.alert());
        yield Decision.write(edit(becomes, read.dues(), by, now), decided);
      }
    };
  }

  /** Never refused for size: the wish is bounded where it is taken. */
  private static Edit<Alert> edit(
      AlertDecided.Becomes becomes, Map<String, Instant> earlier, String by, Instant now) {
    String[] changes =
        becomes.change() == null ? new String[0] : new String[] {becomes.change().text()};
    return Edit.of(becomes.alert(), by, changes)
        .withDues(dues(becomes.alert(), earlier, now))
        .asEssential();
  }

  static Map<String, Instant> dues(Alert alert, Map<String, Instant> earlier, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(earlier);
    dues.remove(AlertDues.EXPIRE);
    switch (alert) {
      case Alert.Draft draft ->
          dues.put(AlertDues.EXPIRE, draft.proposal().preview().read().until());
      case Alert.Active active -> {
        dues.put(AlertDues.EXPIRE, active.issue().order().until()); // upholds 4
        dues.put(AlertDues.TELL, now);
      }
      case Alert.Frozen frozen -> {
        dues.put(AlertDues.EXPIRE, frozen.issue().order().until());
        dues.put(AlertDues.TELL, now);
      }
      case Alert.Over over -> {
        dues.put(AlertDues.TELL, now); // upholds 4
        if (over.preview() != null) {
          dues.put(AlertDues.WORDS, over.at().plus(WORDS_KEPT));
        } else {
          dues.remove(AlertDues.WORDS);
          dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        }
        if (over.erase()) {
          dues.put(AlertDues.BURY, now);
        }
      }
      case Alert.Erased _ -> {
        dues.keySet().removeAll(AlertDues.ALL);
        dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
      }
    }
    return dues;
  }
}
