package org.homeward.schema.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reader of a disclosure.
 *
 * @param role such as {@code operator} or {@code police}
 * @param country ISO 3166-1 alpha-2
 * @param node slug of the node the reader belongs to
 * @param desk id of a police or partner desk
 * @param person opaque id
 * @param exercise marked for exercise: gets exercises and nothing else
 */
public record Recipient(
    String role,
    String country,
    String node,
    @Nullable String desk,
    @Nullable String person,
    boolean exercise) {

  public Recipient {
    requireNonNull(role, "role");
    requireNonNull(country, "country");
    requireNonNull(node, "node");
  }

  /** As {@code notTo} would name this reader. */
  Set<String> names() {
    Set<String> names = new HashSet<>(Set.of("country:" + country, "node:" + node));
    if (desk != null) {
      names.add(Exclusion.desk(desk));
    }
    if (person != null) {
      names.add(Exclusion.person(person));
    }
    return names;
  }
}
