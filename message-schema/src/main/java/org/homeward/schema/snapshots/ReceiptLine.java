package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One receipt of a handover, for its timeline.
 *
 * @param code such as {@code ACKNOWLEDGED} or {@code ERASED}
 */
public record ReceiptLine(String code, Instant at) {

  public ReceiptLine {
    requireNonNull(code, "code");
    requireNonNull(at, "at");
  }
}
