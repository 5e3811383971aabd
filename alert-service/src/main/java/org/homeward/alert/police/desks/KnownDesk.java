package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A desk as the feed knows it: its program, which came with the desk's key, or one of its people,
 * who came with a token.
 *
 * @param desk the desk's id
 * @param person opaque id; absent for a program
 * @param keyHash of the key that a program came with; absent for a person
 * @param jurisdiction ISO 3166 codes of where it is responsible
 * @param exercise gets exercises and nothing else
 * @param since when it was confirmed: nothing was told to it before
 */
public record KnownDesk(
    String desk,
    @Nullable String person,
    @Nullable String keyHash,
    String country,
    Set<String> jurisdiction,
    boolean exercise,
    Instant since) {

  public KnownDesk {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
    requireNonNull(since, "since");
    jurisdiction = Set.copyOf(jurisdiction);
  }

  @Override
  public String toString() {
    return "KnownDesk[" + desk + "]";
  }
}
