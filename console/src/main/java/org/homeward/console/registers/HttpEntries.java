package org.homeward.console.registers;

import java.time.Instant;
import java.util.Set;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** The steps that the pages of all registers share. */
public final class HttpEntries {

  private static final Set<String> DONE =
      Set.of(
          "registered",
          "first",
          "confirmed",
          "renewed",
          "revoked",
          "asked",
          "coded",
          "proved",
          "paused",
          "resumed");

  private HttpEntries() {}

  public static boolean isFor(String role) {
    return HttpPages.person().filter(person -> person.is(role)).isPresent();
  }

  /** That something was done just now, in words; empty otherwise. */
  public static String told(Words words, String done) {
    return DONE.contains(done) ? words.say("registers.done." + done) : "";
  }

  public static String when(Words words, JsonNode at, Instant now) {
    return FactWords.instant(at)
        .map(then -> words.when(then, now) + " (" + words.away(then, now) + ")")
        .orElse("");
  }
}
