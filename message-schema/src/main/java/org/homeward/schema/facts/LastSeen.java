package org.homeward.schema.facts;

import java.time.Instant;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/**
 * When and where somebody last saw the child.
 *
 * @param uncertaintyMinutes how far off {@code at} may be, either way
 * @param zone IANA zone id of the place, so that people read local time
 */
public record LastSeen(
    @Nullable Instant at,
    @Nullable Integer uncertaintyMinutes,
    @Nullable String zone,
    @Nullable Place place) {

  @Override
  public String toString() {
    return "LastSeen[redacted]";
  }
}
