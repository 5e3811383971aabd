package org.homeward.intake.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.values.Audience;

/**
 * A person of this node who asks for cases.
 *
 * @param circles the audiences she belongs to: CASE_TEAM, and CONFIDANT for those who are
 */
public record Viewer(String person, String role, Set<Audience> circles, Purpose purpose) {

  public static Viewer of(Caller caller) {
    boolean confidant = caller.is(Role.CONFIDANT);
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    Purpose purpose =
        caller.is(Role.DPO)
            ? Purpose.OVERSIGHT
            : confidant ? Purpose.COUNSELLING : Purpose.CASE_WORK;
    Set<Audience> circles =
        confidant
            ? EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT)
            : EnumSet.of(Audience.CASE_TEAM);
    return new Viewer(caller.person(), role.wire(), circles, purpose);
  }

  /**
   * Records a look before the answer leaves; without the entry nobody is shown anything.
   *
   * @param subjects ids of what the person is shown, or is not
   */
  public void looks(AuditTrail trail, List<String> subjects, AuditEntry.Verb verb, Instant at) {
    try {
      trail.append(new AuditEntry(subjects, verb, role, person, purpose, Basis.PUBLIC_TASK, at));
    } catch (RuntimeException e) {
      throw FaceProblem.UNAVAILABLE.exception();
    }
  }
}
