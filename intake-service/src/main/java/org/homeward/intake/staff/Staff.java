package org.homeward.intake.staff;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.Exclusion;

/**
 * The persons of this node, for the rules on who may be named in {@code notTo}.
 *
 * @param ever everybody who was ever seen here, by role
 * @param acting who acts for an authority by the register, seen here or not
 * @param supervisors those seen lately
 * @param officers data-protection officers seen lately
 */
public record Staff(
    Map<Role, Set<String>> ever,
    Set<String> acting,
    Set<String> supervisors,
    Set<String> officers) {

  public static final Staff UNKNOWN = new Staff(Map.of(), Set.of(), Set.of(), Set.of());

  /** Whoever holds one of these may be the one who decides about a case. */
  private static final Set<Role> DECIDING = Set.of(Role.SUPERVISOR, Role.AUTHORITY, Role.DPO);

  public Staff {
    ever = Map.copyOf(ever);
    acting = Set.copyOf(acting);
    supervisors = Set.copyOf(supervisors);
    officers = Set.copyOf(officers);
  }

  /** Why entries may not be added to {@code notTo}. */
  public enum Objection {
    /** Only a supervisor names a desk, one of these persons, or somebody who was never here. */
    SUPERVISOR_REQUIRED,
    /** The last supervisor or officer who may see the case could not any more. */
    NOBODY_WOULD_REMAIN
  }

  /**
   * @param before the entries that the case has, whoever has named them
   * @param named what is asked for; entries that the case has count for nothing
   */
  public Optional<Objection> against(Set<String> before, Set<String> named, boolean bySupervisor) {
    Set<String> added = new HashSet<>(named);
    added.removeAll(before);
    boolean mayName = bySupervisor || added.stream().noneMatch(this::protects);
    if (!mayName) return Optional.of(Objection.SUPERVISOR_REQUIRED); // upholds 6
    Set<String> after = new HashSet<>(before);
    after.addAll(added);
    boolean lost =
        losesTheLast(Role.SUPERVISOR, supervisors, added, after)
            || losesTheLast(Role.DPO, officers, added, after);
    if (lost) return Optional.of(Objection.NOBODY_WOULD_REMAIN); // upholds 6
    return Optional.empty();
  }

  /**
   * The entries of another node that bind this one: its last supervisor and its last officer see a
   * case whatever its owner says.
   *
   * @param keptFrom the entries of this node, which hold beside them
   */
  public Set<String> boundBy(Set<String> notTo, Set<String> keptFrom) {
    Set<String> binding = new HashSet<>(notTo);
    for (Set<String> role : List.of(supervisors, officers)) {
      Set<String> all = new HashSet<>(binding);
      all.addAll(keptFrom);
      if (!remains(role, all)) {
        role.stream()
            .map(Exclusion::person)
            .filter(each -> !keptFrom.contains(each)) // upholds 5
            .min(Comparator.naturalOrder())
            .ifPresent(binding::remove);
      }
    }
    return binding;
  }

  private boolean protects(String entry) {
    if (Exclusion.isDesk(entry)) return true;
    if (!Exclusion.isPerson(entry)) return false;
    String person = Exclusion.personIn(entry);
    boolean decides = hasEverBeen(DECIDING, person) || acting.contains(person);
    boolean stranger = !hasEverBeen(ever.keySet(), person);
    if (decides) return true; // upholds 6
    if (stranger) return true; // upholds 6
    return false;
  }

  private boolean hasEverBeen(Set<Role> roles, String person) {
    return roles.stream().anyMatch(role -> ever.getOrDefault(role, Set.of()).contains(person));
  }

  /** Persons not seen lately are protected but do not count as remaining. */
  private boolean losesTheLast(
      Role role, Set<String> lately, Set<String> added, Set<String> after) {
    boolean names =
        ever.getOrDefault(role, Set.of()).stream()
            .anyMatch(each -> added.contains(Exclusion.person(each)));
    return names && !remains(lately, after);
  }

  private static boolean remains(Set<String> of, Set<String> notTo) {
    return of.stream().anyMatch(each -> !notTo.contains(Exclusion.person(each)));
  }
}
