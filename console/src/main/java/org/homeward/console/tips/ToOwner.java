package org.homeward.console.tips;

import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * How a tip about a partner's case gets to the hotline that owns it.
 *
 * @param sent when and by whom, in words; empty as long as nobody has sent it
 * @param answer of the owner's system, in words
 * @param handover the page of the handover by which the case came here
 * @param sends whether this person may send it
 */
record ToOwner(String sent, String answer, String handover, boolean sends) {

  private static final String RECEIVED = "SIGHTING_RECEIVED";
  private static final String REFUSED = "SIGHTING_REFUSED";

  /** Whether a partner owns the case; its handover stands in it. */
  static boolean isAbroad(JsonNode ofCase, String node) {
    return !ofCase.path("home").asString(node).equals(node) && ofCase.has("handover");
  }

  /**
   * @param handover as the bridge tells it; missing where nobody answers
   * @param reader opaque id of the person at the browser
   * @param sends whether this person may
   */
  static ToOwner of(
      Words words,
      TipLines lines,
      JsonNode tip,
      JsonNode ofCase,
      JsonNode handover,
      String reader,
      boolean sends) {
    String page = "/handovers/" + ofCase.path("handover").asString("");
    JsonNode sent = tip.path("sent");
    if (sent.isMissingNode()) {
      return new ToOwner("", "", page, sends);
    }
    String by = words.person(sent.path("by").asString(""), reader);
    return new ToOwner(
        words.say("tips.owner.sent", lines.when(sent.path("at")), by),
        answer(words, lines, sent.path("sighting").asString(""), handover),
        page,
        false);
  }

  private static String answer(Words words, TipLines lines, String sighting, JsonNode handover) {
    boolean waits =
        handover
            .path("unansweredSightings")
            .valueStream()
            .anyMatch(each -> each.asString("").equals(sighting));
    if (waits) {
      return words.say("tips.owner.answer.WAITS");
    }
    return handover
        .path("receipts")
        .valueStream()
        .filter(each -> each.path("sighting").asString("").equals(sighting))
        .reduce((_, newest) -> newest)
        .map(receipt -> answer(words, lines, receipt))
        .orElseGet(() -> words.say("tips.owner.answer.UNKNOWN"));
  }

  private static String answer(Words words, TipLines lines, JsonNode receipt) {
    String at = lines.when(receipt.path("at"));
    return switch (receipt.path("code").asString("")) {
      case RECEIVED -> words.say("tips.owner.answer.RECEIVED", at);
      case REFUSED -> words.say("tips.owner.answer.REFUSED", at);
      default -> words.say("tips.owner.answer.UNKNOWN");
    };
  }
}
