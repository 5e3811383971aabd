package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One receipt of a handover, for its timeline.
 *
 * @param code such as {@code ACKNOWLEDGED} or {@code ERASED}
 * @param sighting which one of the holder it answers; null where it answers none
 */
public record ReceiptLine(String code, Instant at, @Nullable String sighting) {

  public ReceiptLine {
    requireNonNull(code, "code");
    requireNonNull(at, "at");
  }
}
