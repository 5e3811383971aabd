package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A notice was taken back from a desk that had it, or from one person of such a desk.
 *
 * @param edition the one that says so to this desk
 * @param earlier when the editions before this one were told, newest first
 */
public record Withdrawal(int edition, Instant at, List<Instant> earlier) {

  static final String PERSON = "person:";

  public Withdrawal {
    requireNonNull(at, "at");
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }

  /**
   * The name of one person of a desk among those that a notice was taken back from; a desk's is its
   * id.
   */
  public static String from(String desk, String person) {
    return desk + "/" + PERSON + person;
  }
}
