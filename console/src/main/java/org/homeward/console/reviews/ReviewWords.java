package org.homeward.console.reviews;

import java.time.Instant;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says in a reader's words what somebody decided alone. */
final class ReviewWords {

  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader id of the person at the browser
   */
  ReviewWords(Words words, String node, String reader, Instant now) {
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  ReviewPage.Line line(JsonNode found) {
    String caseId = found.path("case").asString("");
    String kind = found.path("kind").asString("");
    JsonNode seen = found.path("seen");
    return new ReviewPage.Line(
        caseId,
        CaseWords.code(node, caseId),
        found.path("exercise").asBoolean(false),
        kind,
        found.path("decision").asInt(0),
        what(kind, found),
        found.path("reason").asString(""),
        said(found),
        found.path("by").asString("").equals(reader),
        seen.isMissingNode() ? "" : said(seen));
  }

  private String what(String kind, JsonNode found) {
    String code = found.path("code").asString("");
    return switch (kind) {
      case "RELEASED" -> words.say("review.released", words.codeInText("Basis", code));
      case "TOLD_BY_PHONE" -> words.say("review.byPhone");
      case "HELD" -> words.say("review.held", words.codeInText("HoldReason", code));
      case "ENDED" ->
          words.say(
              "review.ended",
              words.codeInText("Outcome", code),
              words.codeInText("Verification", found.path("verifiedBy").asString("")));
      case "PHOTO_RELEASED" -> words.say("review.photo");
      case "PHOTO_SHARED" -> words.say("review.photo.shared");
      default -> words.code("decision", kind);
    };
  }

  private String said(JsonNode of) {
    String when =
        FactWords.instant(of.path("at"))
            .map(at -> words.when(at, now) + " (" + words.away(at, now) + ")")
            .orElse("");
    return words.say("review.by", words.person(of.path("by").asString(""), reader), when);
  }
}
