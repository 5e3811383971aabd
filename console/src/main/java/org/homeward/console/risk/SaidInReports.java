package org.homeward.console.risk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.facts.Statement;
import tools.jackson.databind.JsonNode;

/**
 * Answers that reports give to questions of an assessment. They fill in what nobody has answered,
 * and nobody has given them as answers until a person records a decision.
 */
final class SaidInReports {

  /** The end of this age is the beginning of the criterion. */
  private static final int THIRTEEN = 13;

  private final JsonNode found;
  private final Map<String, String> form;

  private SaidInReports(JsonNode found, Map<String, String> form) {
    this.found = found;
    this.form = form;
  }

  /**
   * The form with them, where it says nothing else.
   *
   * @param found the case as the API shows it
   */
  static Map<String, String> in(JsonNode found, Map<String, String> form) {
    var said = new SaidInReports(found, new HashMap<>(form));
    said.fill();
    return said.form;
  }

  private void fill() {
    JsonNode facts = found.path("facts");
    facts.path("risk").path("criteria").forEach(code -> say(code.asString(""), true, "risk", ""));
    if (facts.has("category")) {
      say(facts.path("category").asString(""), true, "category", "");
    }
    facts.path("children").properties().forEach(child -> of(child.getKey(), child.getValue()));
  }

  private void of(String id, JsonNode child) {
    if (child.path("ageYears").has("to")) {
      int from = child.at("/ageYears/from").asInt(0);
      int to = child.at("/ageYears/to").asInt(0);
      if (to < THIRTEEN || (from >= THIRTEEN && areAll13())) {
        say("UNDER_13", to < THIRTEEN, "ageYears", id);
      }
    }
    if (child.path("medical").has("hoursTolerance")) {
      say("VITAL_MEDICINE", true, "medical", id);
    }
    if (child.has("medical")) {
      say("MEDICAL_NEEDS", true, "medical", id);
    }
    if (child.path("selfHarmRisk").asBoolean(false)) {
      say("SELF_HARM", true, "selfHarmRisk", id);
    }
  }

  /** A sibling of whom nobody has said an age may be younger. */
  private boolean areAll13() {
    return found.path("children").propertyNames().stream()
        .allMatch(id -> found.at("/facts/children/" + id + "/ageYears/from").asInt(0) >= THIRTEEN);
  }

  private void say(String question, boolean isYes, String field, String child) {
    if (RiskForm.answer(form, question).equals(RiskForm.NOT_ASKED)) {
      String answer = isYes ? "YES" : "NO";
      form.put(RiskForm.ANSWER + question, answer);
      form.put(RiskForm.SAID + question, answer);
      heldSource(field, child).ifPresent(id -> form.put(RiskForm.FROM + question, id));
    }
  }

  /** What a held report says must not leave with another one. */
  private Optional<String> heldSource(String field, String child) {
    return found.path("reports").size() < 2
        ? Optional.empty()
        : Statement.counting(found, field, child)
            .filter(Statement::isHeld)
            .map(statement -> statement.report().path("id").asString(""));
  }
}
