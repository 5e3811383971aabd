package org.homeward.local.police;

import java.time.Duration;
import java.util.Optional;
import org.homeward.schema.cap.CapKeyList;

/** The hotline, as a desk's program reaches it. */
interface FeedDoor {

  /**
   * A page.
   *
   * @param place what came after it, in order; empty for the newest page
   */
  Answer page(String place);

  /** The public keys of its messages; empty when it does not answer. */
  Optional<CapKeyList> keys();

  sealed interface Answer {

    record Page(byte[] atom) implements Answer {}

    /** The place is in this log no more: the hotline was restored; one reads again from there. */
    record Restart(String place) implements Answer {}

    /** Nothing here gets better by itself. */
    record Refused(String why) implements Answer {}

    /**
     * Not now.
     *
     * @param after the hotline's wish; zero without one
     */
    record Later(String why, Duration after) implements Answer {}
  }
}
