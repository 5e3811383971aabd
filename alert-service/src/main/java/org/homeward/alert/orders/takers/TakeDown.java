package org.homeward.alert.orders.takers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.schema.facts.PhotoLabel;
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
    CHILD_WITHDRAWN,
    /** Its words were replaced since, or a picture on it was taken back. */
    OUTDATED
  }

  /**
   * Empty while the paper may hang, and once it was taken down.
   *
   * @param alert null when there is none any more
   * @param photosNow the pictures of it that may be shown now
   */
  static Optional<Why> why(PosterTaker.Known taker, @Nullable Alert alert, Set<String> photosNow) {
    if (taker.isTakenDown()) {
      return Optional.empty();
    }
    return switch (alert) {
      case null -> Optional.of(Why.OVER);
      case Alert.Over _, Alert.Erased _ -> Optional.of(Why.OVER);
      case Alert.Active active -> whyLive(taker, active.issue(), photosNow);
      case Alert.Frozen frozen -> whyLive(taker, frozen.issue(), photosNow);
      case Alert.Draft _ -> Optional.empty();
    };
  }

  private static Optional<Why> whyLive(
      PosterTaker.Known taker, Issue issue, Set<String> photosNow) {
    if (!taker.withdrawn().containsAll(issue.withdrawn())) {
      return Optional.of(Why.CHILD_WITHDRAWN); // upholds 7
    }
    return taker.edition() < issue.edition() || !photosNow.containsAll(taker.photos())
        ? Optional.of(Why.OUTDATED) // upholds 7
        : Optional.empty();
  }

  /** What stands on paper. */
  record Paper(int edition, Set<String> withdrawn, Set<String> photos) {

    /**
     * Paper of which nobody can say that it is new counts as old: a call too many, and no miss.
     *
     * @param gone since when pictures that were taken back are on no new paper
     */
    static Paper of(Alert alert, @Nullable Instant printedAt, Map<String, Instant> gone) {
      return issue(alert)
          .filter(issue -> issue.isThatOf(printedAt))
          .map(
              issue -> new Paper(issue.edition(), issue.withdrawn(), faces(issue, printedAt, gone)))
          .orElseGet(() -> new Paper(1, Set.of(), Set.of()));
    }

    /** One that was taken back already may be on it, unless it was printed since. */
    private static Set<String> faces(
        Issue issue, @Nullable Instant printedAt, Map<String, Instant> gone) {
      return issue.preview().read().photos().stream()
          .filter(photo -> photo.label().is(PhotoLabel.UNCHANGED))
          .filter(photo -> !issue.withdrawn().contains(photo.child()))
          .map(OpenPhoto::photo)
          .filter(photo -> !isSince(gone.get(photo), printedAt))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isSince(@Nullable Instant gone, @Nullable Instant printedAt) {
    return gone != null && printedAt != null && !printedAt.isBefore(gone);
  }

  /** While it may go out. */
  static Optional<Issue> issue(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue());
      case Alert.Frozen frozen -> Optional.of(frozen.issue());
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
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
   * The end of the alert as far as it is known; of a tombstone, the one that was known before,
   * unless it would be later than now.
   *
   * @param alert null when there is none any more
   */
  static Instant until(Instant known, @Nullable Alert alert, Instant now) {
    return switch (alert) {
      case Alert.Active active -> active.issue().preview().read().until();
      case Alert.Frozen frozen -> frozen.issue().preview().read().until();
      case Alert.Over over -> over.at();
      case null -> known.isBefore(now) ? known : now;
      case Alert.Erased _ -> known.isBefore(now) ? known : now;
      case Alert.Draft _ -> known;
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
