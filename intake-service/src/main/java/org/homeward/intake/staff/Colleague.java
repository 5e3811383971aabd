package org.homeward.intake.staff;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Role;

/**
 * One person, without a name.
 *
 * @param seen the last day by role
 */
record Colleague(Map<Role, LocalDate> seen) {

  static final Colleague NEVER_SEEN = new Colleague(Map.of());

  public Colleague {
    seen = seen == null ? Map.of() : Map.copyOf(seen);
  }

  /** Seen with these roles; the same when that is known. */
  Colleague seen(Set<Role> roles, LocalDate day) {
    Map<Role, LocalDate> now = new EnumMap<>(Role.class);
    now.putAll(seen);
    roles.forEach(
        role -> now.merge(role, day, (known, today) -> known.isAfter(today) ? known : today));
    return new Colleague(now);
  }

  boolean isSeenSince(Role role, LocalDate day) {
    LocalDate last = seen.get(role);
    return last != null && !last.isBefore(day);
  }
}
