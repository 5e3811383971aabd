package org.homeward.console.facts;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says what a call was about. */
public final class CallWords {

  private CallWords() {}

  /** Says which person on the on-call card was tried, and what was noted. */
  public static String about(Words words, JsonNode call) {
    JsonNode onCall = call.path("onCall");
    String tried =
        onCall.isMissingNode()
            ? ""
            : words.code("duty", onCall.path("duty").asString(""))
                + ": "
                + onCall.path("name").asString("");
    return Stream.of(tried, call.path("note").asString(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
