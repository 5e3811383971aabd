package org.homeward.face.door;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether security has found out who calls. */
final class Callers {

  private Callers() {}

  static boolean isKnown() {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null
        && caller.isAuthenticated()
        && !(caller instanceof AnonymousAuthenticationToken);
  }
}
