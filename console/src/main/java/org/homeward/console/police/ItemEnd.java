package org.homeward.console.police;

import java.util.Set;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says how an item is over, so that nothing but an end of the search looks like one. */
final class ItemEnd {

  private static final Set<String> ENDS_THE_SEARCH =
      Set.of("FOUND_SAFE", "FOUND_HARMED", "FOUND_DECEASED", "UNFOUNDED", "WRONG_CHILD");

  /** Ends of what was told, not of the search. */
  private static final Set<String> OF_THE_REPORT = Set.of("TAKEN_BACK", "ERASED");

  private ItemEnd() {}

  /** Where no child is told of, or not any more. */
  static String untold(Words words, JsonNode item) {
    String status = item.path("status").asString("");
    String reference = item.path("reference").asString("");
    String over =
        "police.untold."
            + (!status.equals("ENDED") || !mayBeMissing(item)
                ? status
                : OF_THE_REPORT.contains(reason(item)) ? reason(item) : "MISSING");
    return words.has(over)
        ? words.say(over, reference)
        : words.code("risk", CaseWords.risk(item.path("facts"))) + " · " + reference;
  }

  /**
   * What names no end of the search must not look like one: neither a report that was taken back or
   * erased, nor an end of which an earlier version did not say why.
   */
  static boolean mayBeMissing(JsonNode item) {
    return switch (item.path("status").asString("")) {
      case "ENDED" ->
          OF_THE_REPORT.contains(reason(item))
              || !ENDS_THE_SEARCH.contains(item.path("outcome").asString(""));
      case "WITHDRAWN" -> true;
      default -> false;
    };
  }

  /** Why an item ended; empty of one that goes on, and of an end that does not say why. */
  private static String reason(JsonNode item) {
    return item.path("end").path("reason").asString("");
  }

  /** Why it ended and by whom, in words. */
  static String said(Words words, JsonNode item) {
    return item.has("end")
        ? words.say(
            "police.end",
            words.code("NoticeEndReason", reason(item)),
            words.codeInText("NoticeEndOrigin", item.path("end").path("origin").asString("")))
        : "";
  }

  /** Why it is over, as far as that is known; the words say what a desk does then. */
  static String missing(Words words, JsonNode item) {
    String why = "police.missing." + reason(item);
    return words.say(words.has(why) ? why : "police.missing." + item.path("status").asString(""));
  }

  /** "Other" says nothing that a desk could act on. */
  static String outcome(Words words, JsonNode item) {
    String outcome = item.path("outcome").asString("");
    return outcome.isEmpty() || outcome.equals("OTHER") ? "" : words.code("Outcome", outcome);
  }
}
