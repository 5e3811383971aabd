package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page before the login, and where everybody begins after it. */
@RestController
class LoginController {

  private final HttpPages pages;
  private final PersonSessions sessions;
  private final Clock clock;

  LoginController(HttpPages pages, PersonSessions sessions, Clock clock) {
    this.pages = pages;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param why empty, or why somebody is here again: {@code over}, {@code issuer-away}, {@code
   *     refused}, {@code signed-out}
   */
  @GetMapping("/login")
  ResponseEntity<String> login(
      HttpServletRequest request,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String why) {
    return pages.show(
        request, "login/login.jte", new LoginPage(LocalPath.of(to), LoginPage.known(why)));
  }

  @GetMapping("/")
  ResponseEntity<String> begin(HttpServletRequest request) {
    Person person = HttpPages.person().orElseThrow();
    if (person.isAtDesk()) {
      return leadTo("/desk");
    }
    if (person.is("authority")) {
      return leadTo("/alerts");
    }
    if (person.isAtHandovers()) {
      return leadTo("/handovers");
    }
    return person.isPolice()
        ? leadTo("/police")
        : pages.show(request, "login/start.jte", new StartPage(person.roles()));
  }

  /** Her own login, and where she signs out everywhere. */
  @GetMapping("/me")
  ResponseEntity<String> me(HttpServletRequest request) {
    Person person = HttpPages.person().orElseThrow();
    Words words = pages.words(request);
    Instant now = clock.instant();
    List<String> uses =
        sessions.lastUses(person.id()).stream()
            .map(use -> words.say("me.use", words.when(use, now), words.away(use, now)))
            .toList();
    return pages.show(request, "login/me.jte", new MePage(person.name(), person.roles(), uses));
  }

  private static ResponseEntity<String> leadTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }
}
