package org.homeward.alert.sight;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.Purpose;

/**
 * A person of the node who asks to see a case.
 *
 * @param person opaque id; two logins of one person are one person
 * @param role in which the person looks
 */
public record AlertViewer(String person, Role role, Purpose purpose) {

  public AlertViewer {
    requireNonNull(person, "person");
    requireNonNull(role, "role");
    requireNonNull(purpose, "purpose");
  }

  /**
   * @param roles that may look so; the first that the caller has is recorded
   */
  public static AlertViewer of(Caller caller, Purpose purpose, Role... roles) {
    Role role =
        Arrays.stream(roles)
            .filter(caller::is)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the permits let nobody else in"));
    return new AlertViewer(caller.person(), role, purpose);
  }
}
