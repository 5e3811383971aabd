package org.homeward.intake.cases;

import java.util.EnumSet;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.schema.facts.Audience;

/** The audiences of the node that a caller belongs to. */
public final class Circles {

  private Circles() {}

  public static Set<Audience> of(Caller caller) {
    return caller.is(Role.CONFIDANT)
        ? EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT)
        : EnumSet.of(Audience.CASE_TEAM);
  }
}
