package org.homeward.schema.json;

import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From checked JSON to records. */
public final class Binding {

  private Binding() {}

  /**
   * Makes the record.
   *
   * @throws Invalid when a record refuses what the schema could not, such as 30 February
   */
  public static <T> T bind(Class<T> type, JsonNode json) {
    try {
      return Json.mapper().treeToValue(json, type);
    } catch (JacksonException e) {
      List<Object> steps =
          e.getPath().stream()
              .<Object>map(
                  step ->
                      step.getPropertyName() == null
                          ? (Object) step.getIndex()
                          : Objects.requireNonNull(step.getPropertyName()))
              .toList();
      throw new Invalid(List.of(new Violation(Pointers.of(steps), "bad-value")));
    }
  }
}
