package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

/**
 * A desk that came with its key, as the feed knows it.
 *
 * @param desk the desk's id
 * @param exercise gets exercises and nothing else
 */
public record Reader(String desk, String country, boolean exercise) {

  public Reader {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
  }
}
