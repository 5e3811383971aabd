package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/**
 * A person of the node who asks to see a case.
 *
 * @param person opaque id; two logins of one person are one person
 * @param role in which the person looks
 */
public record CaseViewer(String person, Role role, Purpose purpose) {

  public CaseViewer {
    requireNonNull(person, "person");
    requireNonNull(role, "role");
    requireNonNull(purpose, "purpose");
  }

  /**
   * @param roles that may look so; the first that the caller has is recorded
   */
  public static CaseViewer of(Caller caller, Purpose purpose, Role... roles) {
    Role role =
        Arrays.stream(roles)
            .filter(caller::is)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the permits let nobody else in"));
    return new CaseViewer(caller.person(), role, purpose);
  }

  /** The same person and role, who looks for something else. */
  public CaseViewer lookingFor(Purpose other) {
    return new CaseViewer(person, role, other);
  }

  /** The entry of the audit trail for a look of this person. */
  public AuditEntry look(List<String> subjects, boolean sees, Instant at) {
    return new AuditEntry(
        subjects,
        sees ? AuditEntry.Verb.DISCLOSED : AuditEntry.Verb.WITHHELD,
        role.wire(),
        person,
        purpose,
        Basis.PUBLIC_TASK,
        at);
  }
}
