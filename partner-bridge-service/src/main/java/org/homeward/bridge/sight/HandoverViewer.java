package org.homeward.bridge.sight;

import static java.util.Objects.requireNonNull;

import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.Purpose;

/**
 * A person of the node who asks to see a case that is handed over.
 *
 * @param decides a supervisor or DPO, whom a partner's word shuts out only as far as the copy of
 *     the case says so
 */
record HandoverViewer(CaseViewer by, boolean decides) {

  HandoverViewer {
    requireNonNull(by, "by");
  }

  static HandoverViewer of(Caller caller) {
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    Purpose purpose = caller.is(Role.DPO) ? Purpose.OVERSIGHT : Purpose.CASE_WORK;
    return new HandoverViewer(
        new CaseViewer(caller.person(), role, purpose),
        caller.is(Role.SUPERVISOR) || caller.is(Role.DPO));
  }

  String person() {
    return by.person();
  }
}
