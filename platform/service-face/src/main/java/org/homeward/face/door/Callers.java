package org.homeward.face.door;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether security has found out who calls. */
final class Callers {

  private Callers() {}

  static boolean isKnown() {
    return subject().isPresent();
  }

  /** The name that the token or key stands for. */
  static Optional<String> subject() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(Authentication::isAuthenticated)
        .filter(caller -> !(caller instanceof AnonymousAuthenticationToken))
        .map(Authentication::getName);
  }
}
