package org.homeward.alert.orders.alerts;

import java.util.Set;
import org.homeward.alert.orders.preview.Rendered;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;

/** The answer to a person's command about an alert. */
sealed interface AlertAnswer {

  /** As it stands now. */
  record Done(Guarded<Alert> alert) implements AlertAnswer {}

  record Refused(AlertRefusal why, Set<Hold> holds, Guarded<Alert> alert) implements AlertAnswer {}

  /** Nothing may be written about it now. */
  record NotProposed(AlertRefusal why) implements AlertAnswer {}

  /** No preview can be made of it. */
  record NotRendered(Rendered why) implements AlertAnswer {}

  /** Another alert of the case is live for some of the same people. */
  record AnotherIsLive(String alert) implements AlertAnswer {}

  record Unknown() implements AlertAnswer {}

  record KeyReused() implements AlertAnswer {}

  /** Another write came first. */
  record Stale() implements AlertAnswer {}

  static AlertAnswer of(WriteOutcome.OfRequest<Alert, AlertDecision> outcome, Set<Hold> holds) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, var _) -> new Done(now);
      case WriteOutcome.Kept(var now, AlertDecision.Refused(var why)) ->
          new Refused(why, holds, now);
      case WriteOutcome.Kept(var now, var _) -> new Done(now);
      case WriteOutcome.Repeated(var now, var _) -> new Done(now);
      case WriteOutcome.KeyReused() -> new KeyReused();
      case WriteOutcome.Absent() -> new Unknown();
      case WriteOutcome.Stale(var _) -> new Stale();
    };
  }
}
