package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A desk as the feed knows it: its program, which came with the desk's key, or one of its people,
 * who came with a token.
 *
 * @param desk the desk's id
 * @param person opaque id; absent for a program
 * @param jurisdiction ISO 3166 codes of where it is responsible
 * @param exercise gets exercises and nothing else
 */
public record Reader(
    String desk,
    @Nullable String person,
    String country,
    Set<String> jurisdiction,
    boolean exercise) {

  /** A desk's program. */
  public Reader(String desk, String country, Set<String> jurisdiction, boolean exercise) {
    this(desk, null, country, jurisdiction, exercise);
  }

  public Reader {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
    jurisdiction = Set.copyOf(jurisdiction);
  }
}
