package org.homeward.alert.orders.alerts;

import java.util.Set;
import org.homeward.alert.orders.preview.Rendered;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.Outcome;

/** The answer to a person's command about an alert. */
sealed interface AlertAnswer {

  /** As it stands now. */
  record Done(Guarded<Alert> alert) implements AlertAnswer {}

  record Refused(AlertRefusal why, Set<Hold> holds, Guarded<Alert> alert) implements AlertAnswer {}

  /** Nothing may be written about it now. */
  record NotProposed(AlertRefusal why) implements AlertAnswer {}

  /** No preview can be made of it. */
  record NotRendered(Rendered why) implements AlertAnswer {}

  record Unknown() implements AlertAnswer {}

  record KeyReused() implements AlertAnswer {}

  /** Another write came first. */
  record Stale() implements AlertAnswer {}

  static AlertAnswer of(Outcome.OfRequest<Alert, AlertDecision> outcome, Set<Hold> holds) {
    return switch (outcome) {
      case Outcome.Written(var now, var _) -> new Done(now);
      case Outcome.Kept(var now, AlertDecision.Refused(var why)) -> new Refused(why, holds, now);
      case Outcome.Kept(var now, var _) -> new Done(now);
      case Outcome.Repeated(var now, var _) -> new Done(now);
      case Outcome.KeyReused() -> new KeyReused();
      case Outcome.Absent() -> new Unknown();
      case Outcome.Stale(var _) -> new Stale();
    };
  }
}
