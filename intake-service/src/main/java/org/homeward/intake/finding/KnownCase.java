package org.homeward.intake.finding;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The index entry of a case.
 *
 * @param version of the document that it was made from
 * @param notTo the people who must not learn of it, named as a case names them
 * @param open the keys by which anybody of the team finds it
 * @param confidants those by which only a confidant does
 * @param guarded those by which nobody does; a search for one asks the case's people to compare
 */
record KnownCase(
    String id,
    long version,
    Instant openedAt,
    Set<String> notTo,
    Set<String> open,
    Set<String> confidants,
    Set<String> guarded) {

  KnownCase {
    requireNonNull(id, "id");
    requireNonNull(openedAt, "openedAt");
    notTo = Set.copyOf(notTo);
    open = Set.copyOf(open);
    confidants = Set.copyOf(confidants);
    guarded = Set.copyOf(guarded);
  }

  /** Of an erased case: an older version of it must not come back. */
  static KnownCase gone(String id, long version) {
    return new KnownCase(id, version, Instant.EPOCH, Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** All keys, each once. */
  Stream<String> keys() {
    return Stream.of(open, confidants, guarded).flatMap(Set::stream).distinct();
  }

  boolean shows(String key, boolean toConfidant) {
    return open.contains(key) || (toConfidant && confidants.contains(key));
  }

  @Override
  public String toString() {
    return "KnownCase[" + id + "]";
  }
}
