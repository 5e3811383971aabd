package org.homeward.console.steps;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Typed;
import tools.jackson.databind.node.ObjectNode;

/** Turns what was typed into a request. */
public final class StepForm {

  private StepForm() {}

  /** The text of a field, without the line ends that a browser adds. */
  public static String typed(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip().replace("\r\n", "\n");
  }

  /**
   * The answers of a step.
   *
   * @param zone of the times that are typed
   */
  public static void put(
      ObjectNode body, List<StepField> fields, Map<String, String> form, ZoneId zone) {
    for (StepField field : fields) {
      if (field.isCheck()) {
        body.put(field.name(), typed(form, field.name()).equals("yes"));
      } else {
        Typed.put(body, form, field.name());
      }
      if (field.isTime() && body.has(field.name())) {
        body.put(field.name(), Typed.time(typed(form, field.name()), zone));
      }
    }
  }

  /** Those of these fields that came with the form, to be sent along with the next one. */
  public static Map<String, String> kept(Map<String, String> form, List<String> fields) {
    Map<String, String> kept = new HashMap<>(form);
    kept.keySet().retainAll(fields);
    return kept;
  }
}
