package org.homeward.bridge.sight;

import static java.util.Objects.requireNonNull;

import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.Purpose;

/**
 * A person of the node who asks to see a case.
 *
 * @param person opaque id; two logins of one person are one person
 * @param role in which the person looks
 * @param decides a supervisor or DPO, whom a partner's word shuts out only as far as the copy of
 *     the case says so
 */
public record HandoverViewer(String person, Role role, Purpose purpose, boolean decides) {

  public HandoverViewer {
    requireNonNull(person, "person");
    requireNonNull(role, "role");
    requireNonNull(purpose, "purpose");
  }

  public static HandoverViewer of(Caller caller) {
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    return new HandoverViewer(
        caller.person(),
        role,
        caller.is(Role.DPO) ? Purpose.OVERSIGHT : Purpose.CASE_WORK,
        caller.is(Role.SUPERVISOR) || caller.is(Role.DPO));
  }
}
