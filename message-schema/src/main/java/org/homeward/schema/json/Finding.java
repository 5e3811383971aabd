package org.homeward.schema.json;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that the validator found.
 *
 * @param path names and indices down to the place
 * @param unknown the name of a field that must not be there; never shown, perhaps it is a name
 */
record Finding(List<Object> path, String rule, @Nullable String unknown) {

  static Finding of(Error error) {
    List<Object> path = steps(error.getInstanceLocation());
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "required" -> {
        path.add(property);
        yield new Finding(path, "required", null);
      }
      case "additionalProperties" -> new Finding(path, "unknown-field", property);
      case "propertyNames" ->
          path.getLast().equals("children")
              ? new Finding(path, "bad-id", null)
              : new Finding(path, "unknown-field", property);
      default -> new Finding(path, rule(error.getKeyword()), null);
    };
  }

  Violation violation() {
    return new Violation(Pointers.of(path), rule);
  }

  private static String rule(String keyword) {
    return switch (keyword) {
      case "type" -> "wrong-type";
      case "enum" -> "unknown-code";
      case "const" -> "wrong-value";
      case "pattern" -> "bad-format";
      case "maxLength" -> "too-long";
      case "minLength" -> "too-short";
      case "maxItems", "maxProperties" -> "too-many";
      case "minItems" -> "too-few";
      case "uniqueItems" -> "repeated";
      case "minimum", "maximum" -> "out-of-range";
      case "false" -> "not-allowed";
      default -> throw new IllegalStateException("a keyword without a rule: " + keyword);
    };
  }

  private static List<Object> steps(NodePath location) {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      steps.add(location.getElement(i));
    }
    return steps;
  }
}
