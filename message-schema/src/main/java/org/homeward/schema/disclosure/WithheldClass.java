package org.homeward.schema.disclosure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.values.Audience;

/** The kind of facts that was withheld from a reader who may know that there is more. */
public enum WithheldClass {
  COUNSELLING,
  CASE_TEAM,
  RESTRICTED;

  /**
   * The kind of a fact with this audience; none for sealed facts, because their existence is the
   * secret.
   */
  static Optional<WithheldClass> of(Set<Audience> audiences) {
    Set<Audience> open = EnumSet.noneOf(Audience.class);
    open.addAll(audiences);
    open.remove(Audience.SEALED);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    open.remove(Audience.CONFIDANT);
    if (open.isEmpty()) {
      return Optional.of(COUNSELLING);
    }
    open.remove(Audience.CASE_TEAM);
    return Optional.of(open.isEmpty() ? CASE_TEAM : RESTRICTED);
  }
}
