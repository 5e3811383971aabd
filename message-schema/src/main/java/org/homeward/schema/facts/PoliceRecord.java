package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where, when and under which reference the police were told already. */
public record PoliceRecord(String station, @Nullable Instant at, @Nullable String reference) {

  public PoliceRecord {
    requireNonNull(station, "station");
  }

  @Override
  public String toString() {
    return "PoliceRecord[redacted]";
  }
}
