package org.homeward.alert.subscribers.destinations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a volunteer is told.
 *
 * @param quiet null when news may come at any hour
 * @param since the number in the log of destinations from which on the present wish counts
 * @param earlier wishes before it, the newest first
 */
public record Terms(@Nullable QuietTime quiet, long since, List<Earlier> earlier) {

  /** Of organisations, and of volunteers who never changed their wish. */
  public static final Terms NONE = new Terms(null, 0, List.of());

  public Terms {
    earlier = List.copyOf(earlier);
  }

  /**
   * A wish as it was before it was changed.
   *
   * @param since the number from which on it counted
   * @param regions ISO 3166-2; empty for the whole country
   * @param language as {@code sr}
   */
  public record Earlier(long since, List<String> regions, String language) {

    public Earlier {
      regions = regions == null ? List.of() : List.copyOf(regions);
    }
  }

  /** Whether the present wish was there when these numbers were all there were. */
  public boolean holdAt(long watermark) {
    return since <= watermark;
  }

  /** The wish that counted then, if it is known still. */
  public Optional<Earlier> at(long watermark) {
    return earlier.stream().filter(wish -> wish.since() <= watermark).findFirst();
  }
}
