package org.homeward.intake.staff;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The persons whom a case is not kept from by just anybody, as far as this node knows them.
 *
 * @param named everybody who was ever seen as supervisor, authority or data-protection officer
 * @param supervisors those seen lately
 * @param officers data-protection officers seen lately
 */
public record Staff(Set<String> named, Set<String> supervisors, Set<String> officers) {

  public static final Staff UNKNOWN = new Staff(Set.of(), Set.of(), Set.of());

  private static final String PERSON = "person:";
  private static final String DESK = "desk:";

  public Staff {
    named = Set.copyOf(named);
    supervisors = Set.copyOf(supervisors);
    officers = Set.copyOf(officers);
  }

  /** Why entries may not be added to {@code notTo}. */
  public enum Objection {
    /** Only a supervisor names a desk, or one of these persons. */
    SUPERVISOR_REQUIRED,
    /** The last supervisor or officer who may see the case could not any more. */
    NOBODY_WOULD_REMAIN
  }

  /**
   * @param before the entries that the case has
   */
  public Optional<Objection> against(Set<String> before, Set<String> added, boolean bySupervisor) {
    boolean mayName = bySupervisor || added.stream().noneMatch(this::protects);
    if (!mayName) return Optional.of(Objection.SUPERVISOR_REQUIRED); // upholds 6
    Set<String> after = new HashSet<>(before);
    after.addAll(added);
    boolean lost =
        losesTheLast(supervisors, before, after) || losesTheLast(officers, before, after);
    if (lost) return Optional.of(Objection.NOBODY_WOULD_REMAIN); // upholds 6
    return Optional.empty();
  }

  /**
   * The entries of another node that bind this one: its last supervisor and its last officer see a
   * case whatever its owner says.
   */
  public Set<String> boundBy(Set<String> notTo) {
    Set<String> binding = new HashSet<>(notTo);
    for (Set<String> role : List.of(supervisors, officers)) {
      if (!remains(role, binding)) {
        role.stream().min(Comparator.naturalOrder()).map(PERSON::concat).ifPresent(binding::remove);
      }
    }
    return binding;
  }

  private boolean protects(String entry) {
    return entry.startsWith(DESK) || named.stream().anyMatch(each -> entry.equals(PERSON + each));
  }

  private static boolean losesTheLast(Set<String> of, Set<String> before, Set<String> after) {
    return remains(of, before) && !remains(of, after);
  }

  private static boolean remains(Set<String> of, Set<String> notTo) {
    return of.stream().anyMatch(each -> !notTo.contains(PERSON + each));
  }
}
