package org.homeward.console.owners;

import java.util.function.Function;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * How a tip about a partner's case gets to the hotline that owns it.
 *
 * @param sent when and by whom, in words; empty as long as nobody has sent it
 * @param answer of the owner's system, in words
 * @param back when and by whom it was taken back, with the answer; empty where it was not
 * @param handover the page of the handover by which the case came here
 * @param decides whether this person may send it and take it back
 */
public record ToOwner(String sent, String answer, String back, String handover, boolean decides) {

  private static final String SIGHTING = "SIGHTING";
  private static final String PROPOSAL = "PROPOSAL";
  private static final String RECEIVED = "_RECEIVED";
  private static final String REFUSED = "_REFUSED";

  /** Whether a partner owns the case; its handover stands in it. */
  public static boolean isAbroad(JsonNode ofCase, String node) {
    return !ofCase.path("home").asString(node).equals(node) && ofCase.has("handover");
  }

  /**
   * @param when how a time reads
   * @param handover as the bridge tells it; missing where nobody answers
   * @param reader opaque id of the person at the browser
   * @param decides whether this person may send it
   */
  public static ToOwner of(
      Words words,
      Function<JsonNode, String> when,
      JsonNode tip,
      JsonNode ofCase,
      JsonNode handover,
      String reader,
      boolean decides) {
    String page = "/handovers/" + ofCase.path("handover").asString("");
    JsonNode sent = tip.path("sent");
    if (sent.isMissingNode()) {
      return new ToOwner("", "", "", page, decides);
    }
    String sighting = sent.path("sighting").asString("");
    JsonNode back = sent.path("takenBack");
    return new ToOwner(
        words.say("tips.owner.sent", when.apply(sent.path("at")), by(words, sent, reader)),
        isWaiting(handover, sighting)
            ? words.say("tips.owner.answer.WAITS")
            : answer(words, when, SIGHTING, sighting, handover),
        back.isMissingNode()
            ? ""
            : words.say(
                    "tips.owner.back.said", when.apply(back.path("at")), by(words, back, reader))
                + " "
                + answer(words, when, PROPOSAL, sighting, handover),
        page,
        decides);
  }

  /** Why the bridge or intake refuses it, in words. */
  public static String problem(Words words, String type) {
    String ofHandover = "handover.problem." + type;
    return words.has(ofHandover) ? words.say(ofHandover) : words.problem(type);
  }

  private static String by(Words words, JsonNode deed, String reader) {
    return words.person(deed.path("by").asString(""), reader);
  }

  private static boolean isWaiting(JsonNode handover, String sighting) {
    return handover
        .path("unansweredSightings")
        .valueStream()
        .anyMatch(each -> each.asString("").equals(sighting));
  }

  private static String answer(
      Words words,
      Function<JsonNode, String> when,
      String type,
      String sighting,
      JsonNode handover) {
    return handover
        .path("receipts")
        .valueStream()
        .filter(each -> each.path("code").asString("").startsWith(type))
        .filter(each -> each.path("sighting").asString("").equals(sighting))
        .reduce((_, newest) -> newest)
        .map(receipt -> answer(words, when, type, receipt))
        .orElseGet(() -> words.say("tips.owner.answer.UNKNOWN"));
  }

  private static String answer(
      Words words, Function<JsonNode, String> when, String type, JsonNode receipt) {
    String at = when.apply(receipt.path("at"));
    String code = receipt.path("code").asString("").substring(type.length());
    String which = type.equals(SIGHTING) ? "tips.owner.answer." : "tips.owner.back.";
    return switch (code) {
      case RECEIVED -> words.say(which + "RECEIVED", at);
      case REFUSED -> words.say(which + "REFUSED", at);
      default -> words.say("tips.owner.answer.UNKNOWN");
    };
  }
}
