package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.homeward.face.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something about a case that takes two persons. Both must say the same: the second word counts
 * only for an equal matter.
 *
 * @param of exactly what: the number of the freeze, the entries of {@code notTo}, the reason
 * @param nodeStop for a lift, the last stop of the whole node that was known here; a word from
 *     before a newer one is about another matter. Null while there was none
 */
public record Matter(Kind kind, Set<String> of, @Nullable Long nodeStop) {

  private static final Set<Role> ORDERING = Set.of(Role.SUPERVISOR, Role.AUTHORITY);
  private static final Set<Role> SUPERVISING = Set.of(Role.SUPERVISOR);
  private static final Set<Role> PROTECTING = Set.of(Role.DPO);
  private static final Set<Role> TEAM = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT);

  public Matter {
    requireNonNull(kind, "kind");
    of = of == null ? Set.of() : Set.copyOf(of); // an empty one is not stored
  }

  public Matter(Kind kind, Set<String> of) {
    this(kind, of, null);
  }

  /** The lift of a freeze with this number. */
  public static Matter lift(int freeze, @Nullable Long nodeStop) {
    return new Matter(Kind.LIFT_FREEZE, Set.of(String.valueOf(freeze)), nodeStop);
  }

  /** The kinds, and the roles of the two persons. */
  public enum Kind {
    LIFT_FREEZE(ORDERING, ORDERING),
    SHOW_AGAIN(SUPERVISING, PROTECTING),
    ERASE(SUPERVISING, PROTECTING),
    /** Of a tip; its words stay. */
    DELETE_PICTURE(TEAM, TEAM);

    private final Set<Role> one;
    private final Set<Role> other;

    Kind(Set<Role> one, Set<Role> other) {
      this.one = one;
      this.other = other;
    }

    /** Whether two persons with these roles may decide it together. */
    boolean takes(Set<Role> first, Set<Role> second) {
      return (holds(first, one) && holds(second, other))
          || (holds(first, other) && holds(second, one));
    }

    private static boolean holds(Set<Role> roles, Set<Role> asked) {
      return roles.stream().anyMatch(asked::contains);
    }
  }
}
