package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A notice was taken back from a desk that had it.
 *
 * @param edition the one that says so to this desk
 * @param earlier when the editions before this one were told, newest first
 */
public record Withdrawal(int edition, Instant at, List<Instant> earlier) {

  public Withdrawal {
    requireNonNull(at, "at");
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }
}
