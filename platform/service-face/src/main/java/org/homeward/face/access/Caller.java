package org.homeward.face.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request, from the token; a controller takes it as an argument.
 *
 * @param subject the login; one person may have several
 * @param person opaque id of the person; two-person rules compare this, never the login
 * @param roles what the person may act as
 * @param desk id of the police desk that the person belongs to; absent for all others
 */
public record Caller(String subject, String person, Set<Role> roles, @Nullable String desk) {

  public Caller {
    if (subject.isBlank() || person.isBlank()) {
      throw new IllegalArgumentException("subject and person are required");
    }
    roles = Set.copyOf(roles);
  }

  /** Somebody who belongs to no desk. */
  public Caller(String subject, String person, Set<Role> roles) {
    this(subject, person, roles, null);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The login names a colleague; logs get the opaque id. */
  @Override
  public String toString() {
    return "Caller[" + person + "]";
  }
}
