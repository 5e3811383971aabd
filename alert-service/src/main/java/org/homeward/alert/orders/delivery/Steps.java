package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From where a destination stands, and what is to go out, to what is done about it. */
final class Steps {

  /** An unknown outcome is repeated once, after so long. */
  static final Duration REPEAT_AFTER = Duration.ofSeconds(30);

  private Steps() {}

  /**
   * An edition is to go out.
   *
   * @param before null when it was never tried
   */
  static Step edition(@Nullable Delivery before, int edition, String language, Instant now) {
    if (before == null) {
      return new Step.Send(Delivery.first(edition, language));
    }
    if (before.end()) {
      return new Step.Done();
    }
    if (before.edition() < edition) {
      return before.state() == Delivery.State.NEVER
          ? new Step.Done()
          : new Step.Send(before.intended(edition, language));
    }
    return same(before, now);
  }

  /** The end is to go out: to whoever may have received anything, and to nobody else. */
  static Step end(@Nullable Delivery before, Instant now) {
    if (before == null) {
      return new Step.Done();
    }
    if (before.end()) {
      return same(before, now);
    }
    if (!before.mayHaveAny()) return new Step.Done(); // upholds 4
    return new Step.Send(before.intendedEnd());
  }

  private static Step same(Delivery before, Instant now) {
    return switch (before.state()) {
      case ACCEPTED, NEVER -> new Step.Done();
      case LATER -> due(before, now);
      case INTENDED -> new Step.Note(before.lost().waiting(now.plus(REPEAT_AFTER)));
      case UNKNOWN -> unknown(before, now);
    };
  }

  private static Step unknown(Delivery before, Instant now) {
    if (before.unknowns() > 1) return new Step.Done(); // upholds 2
    return due(before, now);
  }

  private static Step due(Delivery before, Instant now) {
    Instant next = before.next();
    return next == null || !next.isAfter(now) ? new Step.Send(before.again()) : new Step.Wait(next);
  }
}
