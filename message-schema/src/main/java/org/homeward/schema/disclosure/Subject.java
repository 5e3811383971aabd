package org.homeward.schema.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.homeward.schema.facts.Says;

/**
 * The subject of a look.
 *
 * @param kind such as {@code case} or {@code police-notice}
 * @param home slug of the node that tells of it; within a node the one that owns it
 * @param notTo {@code country:TR}, {@code node:gr}, {@code desk:…}, {@code person:…}
 */
public record Subject(
    String id, String kind, String home, boolean exercise, Set<String> notTo, Says facts) {

  public Subject {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(home, "home");
    requireNonNull(facts, "facts");
    notTo = Set.copyOf(notTo);
  }

  @Override
  public String toString() {
    return "Subject[redacted]";
  }
}
