package org.homeward.console.registers;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What the pages of all registers do alike. */
final class HttpEntries {

  private static final Set<String> DONE = Set.of("registered", "confirmed", "renewed", "revoked");

  private HttpEntries() {}

  /** Ids in addresses of pages, before they become part of an address of the API. */
  static String id(String given) {
    if (!given.matches("[0-9a-f-]{36}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return given;
  }

  static boolean isFor(String role) {
    return HttpPages.person().filter(person -> person.is(role)).isPresent();
  }

  /** That something was done just now, in words; empty otherwise. */
  static String told(Words words, String done) {
    return DONE.contains(done) ? words.say("registers.done." + done) : "";
  }

  static ResponseEntity<String> leadTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }

  static String when(Words words, JsonNode at, Instant now) {
    return FactWords.instant(at)
        .map(then -> words.when(then, now) + " (" + words.away(then, now) + ")")
        .orElse("");
  }
}
