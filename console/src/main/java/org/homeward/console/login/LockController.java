package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Locks a browser that nobody uses: its session ends. The page there covers itself and keeps what
 * was typed, until the same person has signed in again.
 */
@RestController
class LockController {

  static final String LOCK = "/lock";
  static final String BACK = "/back";

  private final HttpPages pages;
  private final HttpSignOut signOut;

  LockController(HttpPages pages, HttpSignOut signOut) {
    this.pages = pages;
    this.signOut = signOut;
  }

  /** The person signed in, for a covered page; with the secret that its forms need then. */
  @GetMapping(LOCK)
  Map<String, String> whoIsThere(HttpServletRequest request) {
    return HttpPages.person()
        .map(person -> Map.of("person", person.id(), "secret", secret(request)))
        .orElse(Map.of());
  }

  private static String secret(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  @PostMapping(LOCK)
  ResponseEntity<Void> lock(HttpServletRequest request, HttpServletResponse response) {
    var login = SecurityContextHolder.getContext().getAuthentication();
    signOut.logout(request, response, login);
    new SecurityContextLogoutHandler().logout(request, response, login);
    return ResponseEntity.noContent().build();
  }

  /** The page after a login that opens a lock; it closes itself. */
  @GetMapping(BACK)
  ResponseEntity<String> back(HttpServletRequest request) {
    Person _ = HttpPages.person().orElseThrow();
    return pages.show(request, "login/back.jte", new BackPage());
  }
}
