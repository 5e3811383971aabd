package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A desk as the feed knows it: its program, which came with the desk's key, or one of its people,
 * who came with a token.
 *
 * @param desk the desk's id
 * @param person opaque id; absent for a program
 * @param exercise gets exercises and nothing else
 */
public record Reader(String desk, @Nullable String person, String country, boolean exercise) {

  public Reader {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
  }
}
