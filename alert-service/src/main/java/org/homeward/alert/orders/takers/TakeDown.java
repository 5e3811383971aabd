package org.homeward.alert.orders.takers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.jspecify.annotations.Nullable;

/** The rules: when a taker has to be called, and how long one is remembered. */
final class TakeDown {

  /** Long enough to find everybody who has to be called. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  private TakeDown() {}

  /** Why paper has to come down. */
  enum Why {
    OVER,
    /** It shows a child who was taken out of the alert since. */
    CHILD_WITHDRAWN
  }

  /**
   * Empty while the paper may hang, and once it was taken down.
   *
   * @param alert null when there is none any more
   */
  static Optional<Why> why(PosterTaker.Known taker, @Nullable Alert alert) {
    if (taker.isTakenDown()) {
      return Optional.empty();
    }
    return switch (alert) {
      case null -> Optional.of(Why.OVER);
      case Alert.Over _, Alert.Erased _ -> Optional.of(Why.OVER); // upholds 7
      case Alert.Active active -> whyLive(taker, active.issue());
      case Alert.Frozen frozen -> whyLive(taker, frozen.issue());
      case Alert.Draft _ -> Optional.empty();
    };
  }

  private static Optional<Why> whyLive(PosterTaker.Known taker, Issue issue) {
    return taker.withdrawn().containsAll(issue.withdrawn())
        ? Optional.empty()
        : Optional.of(Why.CHILD_WITHDRAWN); // upholds 7
  }

  /** The children who are not on what is printed now. */
  static Set<String> withdrawn(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> active.issue().withdrawn();
      case Alert.Frozen frozen -> frozen.issue().withdrawn();
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Set.of();
    };
  }

  /** What went out, while its words are kept. */
  static Optional<PreviewDocument> approved(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue().preview().read());
      case Alert.Frozen frozen -> Optional.of(frozen.issue().preview().read());
      case Alert.Over over -> Optional.ofNullable(over.preview()).map(each -> each.read());
      case Alert.Draft _, Alert.Erased _ -> Optional.empty();
    };
  }

  /**
   * The end of the alert as far as it is known; of a tombstone, the one that was known before.
   *
   * @param alert null when there is none any more
   */
  static Instant until(Instant known, @Nullable Alert alert) {
    return switch (alert) {
      case Alert.Active active -> active.issue().preview().read().until();
      case Alert.Frozen frozen -> frozen.issue().preview().read().until();
      case Alert.Over over -> over.at();
      case null -> known;
      case Alert.Draft _, Alert.Erased _ -> known;
    };
  }

  /** Whether its end is the present one, which no update moves any more. */
  static boolean isOver(@Nullable Alert alert) {
    return switch (alert) {
      case null -> true;
      case Alert.Over _, Alert.Erased _ -> true;
      case Alert.Draft _, Alert.Active _, Alert.Frozen _ -> false;
    };
  }
}
