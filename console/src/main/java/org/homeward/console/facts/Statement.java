package org.homeward.console.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * One report's statement of one fact.
 *
 * @param report as the API shows it
 * @param value missing when it was asked, and not known or not told
 * @param answer instead of a value; empty when there is one
 * @param change who changed it after the report was taken; missing when nobody has
 */
public record Statement(JsonNode report, JsonNode value, String answer, JsonNode change) {

  private static final String ANSWERS = "/answers";

  /**
   * The statement that counts: the newest value, or the newest answer when no report has a value.
   *
   * @param found the case as the API shows it
   * @param child the id of the child whose fact it is; empty for a fact of the case
   */
  public static Optional<Statement> counting(JsonNode found, String field, String child) {
    List<Statement> all =
        found.path("reports").valueStream().map(report -> of(report, field, child)).toList();
    return all.stream()
        .filter(statement -> !statement.value().isMissingNode())
        .reduce((_, later) -> later)
        .or(
            () ->
                all.stream()
                    .filter(statement -> !statement.answer().isEmpty())
                    .reduce((_, later) -> later));
  }

  private static Statement of(JsonNode report, String field, String child) {
    String place = child.isEmpty() ? "" : "/children/" + child;
    JsonNode says = report.path("says").at(place);
    JsonNode value = says.path(field);
    String answer = value.isMissingNode() ? says.path("answers").path(field).asString("") : "";
    String pointer = place + (answer.isEmpty() ? "" : ANSWERS) + "/" + field;
    return new Statement(report, value, answer, report.path("amended").path(pointer));
  }

  /**
   * What counted before this: what its own change replaced, or else what an earlier report states,
   * as far as the reader may read it. Empty where nothing else was stated.
   *
   * @param found the case as the API shows it
   */
  public String before(JsonNode found, String field, String child, FactWords words) {
    if (change.has("was")) {
      return words.value(field, change.path("was"));
    }
    if (change.has("wasAnswered")) {
      return words.answer(change.path("wasAnswered").asString(""));
    }
    String id = report.path("id").asString("");
    return found
        .path("reports")
        .valueStream()
        .takeWhile(each -> !each.path("id").asString("").equals(id))
        .map(each -> of(each, field, child))
        .filter(each -> !each.value().isMissingNode() || !each.answer().isEmpty())
        .filter(each -> !each.value().equals(value) || !each.answer().equals(answer))
        .map(
            each ->
                each.answer().isEmpty()
                    ? words.value(field, each.value())
                    : words.answer(each.answer()))
        .reduce((_, later) -> later)
        .orElse("");
  }

  /** Whether police know nothing of the report. */
  public boolean isHeld() {
    return report.path("policeRelease").path("status").asString("").equals("HELD");
  }

  /** The person who wrote the current value. */
  public String by() {
    return change.path("by").asString(report.path("by").asString(""));
  }

  /**
   * Which report it comes from, and who has changed it since.
   *
   * @param reader id of the person at the browser
   */
  public String source(Words words, String reader, Instant now) {
    String taken =
        FactWords.instant(report.path("at"))
            .map(
                at ->
                    words.when(at, now)
                        + ", "
                        + words.code("Channel", report.path("channel").asString("")))
            .orElse("");
    return FactWords.instant(change.path("at"))
        .map(
            at ->
                words.say("source.changed", taken, words.person(by(), reader), words.when(at, now)))
        .orElse(taken);
  }

  @Override
  public String toString() {
    return "Statement[redacted]";
  }
}
