package org.homeward.console.steps;

import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * The case of a step.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 */
public record StepCase(String id, String code, String who, boolean exercise) {

  /**
   * @param node of this console
   * @param found as the API has it
   */
  public static StepCase of(Words words, String node, String id, JsonNode found) {
    return new StepCase(
        id,
        CaseWords.code(node, id),
        CaseWords.children(words, found.path("facts")),
        found.path("exercise").asBoolean(false));
  }

  @Override
  public String toString() {
    return "StepCase[" + id + "]";
  }
}
