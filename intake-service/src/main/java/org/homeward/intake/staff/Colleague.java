package org.homeward.intake.staff;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.face.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person.
 *
 * @param seen the last day by role
 * @param name what colleagues call her, as her own login says; absent for a program, for police,
 *     and for whoever has not been here for long
 */
record Colleague(Map<Role, LocalDate> seen, @Nullable String name) {

  static final Colleague NEVER_SEEN = new Colleague(Map.of(), null);

  public Colleague {
    seen = seen == null ? Map.of() : Map.copyOf(seen);
  }

  /**
   * Seen with these roles; the same when that is known. A name changes once a day at the most,
   * however many logins of one person say different ones.
   */
  Colleague seen(Set<Role> roles, @Nullable String called, LocalDate day) {
    Map<Role, LocalDate> now = new EnumMap<>(Role.class);
    now.putAll(seen);
    roles.forEach(
        role -> now.merge(role, day, (known, today) -> known.isAfter(today) ? known : today));
    boolean keepsName = called == null || (name != null && seen.containsValue(day));
    return new Colleague(now, keepsName ? name : called);
  }

  boolean isSeenSince(Role role, LocalDate day) {
    LocalDate last = seen.get(role);
    return last != null && !last.isBefore(day);
  }

  Optional<LocalDate> lastSeen() {
    return seen.values().stream().max(LocalDate::compareTo);
  }

  Colleague nameless() {
    return new Colleague(seen, null);
  }

  @Override
  public String toString() {
    return "Colleague" + seen;
  }
}
