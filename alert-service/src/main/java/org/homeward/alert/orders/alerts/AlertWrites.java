package org.homeward.alert.orders.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.homeward.durable.command.Check;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.values.Audience;

/** Decides on an alert and writes it, with the alarms of its new state. */
final class AlertWrites {

  static final String BY = "alert";

  /** A change that people of the node see; no service hears of it. */
  static final String WITHIN = "alert.changed.v1";

  /** The alarm at which its time is over. */
  static final String EXPIRE_DUE = "expire";

  /** At which its slices must hear of it. */
  static final String TELL_DUE = "tell";

  /** At which its words are kept no longer. */
  static final String WORDS_DUE = "words";

  /** At which it may be that nobody is owed an end any more. */
  static final String BURY_DUE = "bury";

  private static final Set<String> ALL_DUES = Set.of(EXPIRE_DUE, TELL_DUE, WORDS_DUE, BURY_DUE);

  /** How long the words that went out are kept after the end. */
  private static final Duration WORDS_KEPT = Duration.ofHours(24);

  /** The same where nobody is owed an end: the page of it is empty at once. */
  private static final Duration PUBLIC_WORDS_KEPT = Duration.ofMinutes(10);

  private final GuardedDocuments<Alert> alerts;

  AlertWrites(GuardedDocuments<Alert> alerts) {
    this.alerts = alerts;
  }

  /** Applies a person's command. */
  WriteOutcome.OfRequest<Alert, AlertDecision> change(
      String id,
      List<Check<Alert, AlertDecision>> checks,
      String by,
      Function<Guarded<Alert>, AlertCommand> wish) {
    return change(id, checks, by, wish, (_, _) -> Optional.empty());
  }

  /** Has to be done before it is written; it may be done twice, and may refuse. */
  @FunctionalInterface
  interface Before {
    Optional<AlertRefusal> check(Guarded<Alert> read, Alert becomes);
  }

  /** The same, with something before it. */
  WriteOutcome.OfRequest<Alert, AlertDecision> change(
      String id,
      List<Check<Alert, AlertDecision>> checks,
      String by,
      Function<Guarded<Alert>, AlertCommand> wish,
      Before before) {
    return alerts.change(id, checks, read -> decide(read, wish.apply(read), by, before));
  }

  /** Applies a command that nobody asked for; idempotent. */
  void follow(String id, AlertCommand command) {
    WriteOutcome<Alert, AlertDecision> _ =
        alerts.change(id, read -> decide(read, command, BY, (_, _) -> Optional.empty()));
  }

  private Decision<Alert, AlertDecision> decide(
      Guarded<Alert> read, AlertCommand command, String by, Before before) {
    Instant now = alerts.clock().instant();
    AlertDecision decided = AlertDecisions.decide(read.state(), command, now);
    return switch (decided) {
      case AlertDecision.Same _, AlertDecision.Refused _ -> Decision.keep(decided);
      case AlertDecision.Becomes becomes -> {
        Optional<AlertRefusal> against = before.check(read, becomes.alert());
        yield against.isPresent()
            ? Decision.keep(new AlertDecision.Refused(against.get()))
            : Decision.write(edit(becomes, read.dues(), by, now), decided);
      }
    };
  }

  /** Never refused for size, because the request is bounded where it enters. */
  private static Edit<Alert> edit(
      AlertDecision.Becomes becomes, Map<String, Instant> earlier, String by, Instant now) {
    String change = becomes.change() == null ? WITHIN : becomes.change().text();
    return Edit.of(becomes.alert(), by, change)
        .withDues(dues(becomes.alert(), earlier, now))
        .asEssential();
  }

  static Map<String, Instant> dues(Alert alert, Map<String, Instant> earlier, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(earlier);
    dues.remove(EXPIRE_DUE);
    switch (alert) {
      case Alert.Draft draft -> dues.put(EXPIRE_DUE, draft.proposal().preview().read().until());
      case Alert.Active active -> {
        dues.put(EXPIRE_DUE, active.issue().order().until()); // upholds 4
        dues.put(TELL_DUE, now);
      }
      case Alert.Frozen frozen -> {
        dues.put(EXPIRE_DUE, frozen.issue().order().until());
        dues.put(TELL_DUE, now);
      }
      case Alert.Over over -> {
        dues.put(TELL_DUE, now); // upholds 4
        if (over.preview() != null) {
          dues.put(WORDS_DUE, over.at().plus(kept(over.order().to()))); // upholds 8
        } else {
          dues.remove(WORDS_DUE);
          dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        }
        if (over.erase()) {
          dues.put(BURY_DUE, now);
        }
      }
      case Alert.Erased _ -> {
        dues.keySet().removeAll(ALL_DUES);
        dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
      }
    }
    return dues;
  }

  private static Duration kept(Audience readers) {
    return readers == Audience.PUBLIC ? PUBLIC_WORDS_KEPT : WORDS_KEPT;
  }
}
