package org.homeward.console.pages;

import java.net.URI;
import java.time.Duration;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Remembers in the browser which language a person reads, also before she logs in. */
@RestController
class LanguageController {

  private static final Duration KEPT = Duration.ofDays(365);

  private final HttpPages pages;

  LanguageController(HttpPages pages) {
    this.pages = pages;
  }

  @GetMapping("/language/{tag}")
  ResponseEntity<Void> choose(
      @PathVariable String tag, @RequestParam(defaultValue = "/desk") String to) {
    Language language = Language.ofTag(tag).orElseThrow(FaceProblem.NOT_FOUND::exception);
    var cookie =
        ResponseCookie.from(pages.languageCookie(), language.tag())
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LocalPath.of(to)))
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .build();
  }
}
