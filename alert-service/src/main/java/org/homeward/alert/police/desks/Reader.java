package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A desk that came with its key, as the feed knows it.
 *
 * @param desk the desk's id
 * @param jurisdiction ISO 3166 codes of where it is responsible
 * @param exercise gets exercises and nothing else
 */
public record Reader(String desk, String country, Set<String> jurisdiction, boolean exercise) {

  public Reader {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
    jurisdiction = Set.copyOf(jurisdiction);
  }
}
