package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.homeward.alert.orders.preview.Area;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a message, as machines read it: ids, codes and times of what was approved.
 *
 * @param at when it came about; the same for every repetition
 * @param reference the alert's own; null in alerts of earlier builds
 * @param area null with an end
 * @param until null with an end
 * @param answer where an organisation says what it does about it; null for a person, and with an
 *     end
 */
record Occasion(
    Kind kind,
    Instant at,
    int edition,
    boolean exercise,
    @Nullable String reference,
    @Nullable Area area,
    @Nullable Instant until,
    @Nullable URI answer) {

  Occasion {
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
  }

  /** The news of an alert that a message brings. */
  enum Kind {
    ISSUED,
    UPDATED,
    ENDED
  }
}
