package org.homeward.intake.risk;

import static org.homeward.schema.values.Audience.CASE_TEAM;
import static org.homeward.schema.values.Audience.PARTNER;
import static org.homeward.schema.values.Audience.POLICE;
import static org.homeward.schema.values.Audience.PUBLIC;
import static org.homeward.schema.values.Audience.VOLUNTEER;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.risk.WhatStays.Part;
import org.homeward.schema.values.Audience;

/** Decides which limits an assessment puts on its report, and which it takes away again. */
final class TeamLimits {

  static final Set<Audience> TEAM = Set.of(CASE_TEAM);

  private static final Set<Audience> OUTSIDE = EnumSet.of(PUBLIC, VOLUNTEER, PARTNER, POLICE);

  private TeamLimits() {}

  /**
   * The limits for what stays. One that a person has set is hers, if nobody outside reads what it
   * limits; a wider one is kept here, and comes back later.
   *
   * @param there the limits of the report as it is
   * @param ours those that an assessment before has put there
   * @return each with the limit whose place it takes; empty: there was none
   */
  static Map<Part, Set<Audience>> of(
      Set<Part> stays, Map<String, Set<Audience>> there, Map<Part, Set<Audience>> ours) {
    Map<Part, Set<Audience>> limits = new EnumMap<>(Part.class);
    for (Part part : stays) {
      Set<Audience> now = there.get(part.field());
      if (TEAM.equals(now) && ours.containsKey(part)) {
        limits.put(part, ours.get(part));
      } else if (now == null) {
        limits.put(part, Set.of());
      } else if (!Collections.disjoint(now, OUTSIDE)) {
        limits.put(part, now); // upholds 6
      }
    }
    return limits;
  }

  /** Those that an assessment before has put there, that are still there and not needed now. */
  static Map<Part, Set<Audience>> lifted(
      Map<Part, Set<Audience>> ours,
      Map<Part, Set<Audience>> needed,
      Map<String, Set<Audience>> there) {
    Map<Part, Set<Audience>> lifted = new EnumMap<>(Part.class);
    ours.forEach(
        (part, before) -> {
          if (!needed.containsKey(part) && TEAM.equals(there.get(part.field()))) {
            lifted.put(part, before);
          }
        });
    return lifted;
  }
}
