package org.homeward.console.facts;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says which call it is that nobody has filed yet, as the API lists it. */
public final class DraftWords {

  private DraftWords() {}

  /** The child's name as far as it is typed, how the call came and when. */
  public static String name(Words words, JsonNode draft, Instant now) {
    String channel =
        draft.has("channel")
            ? words.code("Channel", draft.path("channel").asString(""))
            : words.say("draft.call");
    String begun =
        FactWords.instant(draft.path("openedAt"))
            .map(at -> words.say("draft.begun", channel, words.when(at, now)))
            .orElse(channel);
    return Stream.of(draft.path("childName").asString(""), begun)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Who took it, and who saved it last. */
  public static String people(Words words, JsonNode draft, String reader, Instant now) {
    String saved =
        FactWords.instant(draft.path("savedAt")).map(at -> words.away(at, now)).orElse("");
    String by = draft.path("openedBy").asString("");
    String last = draft.path("savedBy").asString("");
    return last.equals(by)
        ? words.say("draft.taken", words.person(by, reader), saved)
        : words.say("draft.people", words.person(by, reader), words.person(last, reader), saved);
  }
}
