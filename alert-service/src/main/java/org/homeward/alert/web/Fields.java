package org.homeward.alert.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Violation;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one request body: each is asked for once, everything that is wrong is collected,
 * and {@link #check} answers with all of it, unknown fields included. Intake reads its bodies with
 * a class like this one; the kinds of fields differ, and a third service would make a library of
 * it.
 */
final class Fields {

  private final ObjectNode object;
  private final String at;
  private final List<Violation> violations;
  private final Set<String> known = new HashSet<>();

  private Fields(ObjectNode object, String at, List<Violation> violations) {
    this.object = object;
    this.at = at;
    this.violations = violations;
  }

  /** Refuses what is not one JSON object (400). */
  static Fields of(byte[] bytes) {
    try {
      if (StrictJson.read(bytes) instanceof ObjectNode object) {
        return new Fields(object, "", new ArrayList<>());
      }
    } catch (Malformed e) {
      throw FaceProblem.MALFORMED.problem().error("", e.rule()).exception();
    }
    throw FaceProblem.MALFORMED.problem().error("", "not-an-object").exception();
  }

  /** The fields of a required object in this one. */
  Fields inner(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isObject()) {
      wrong(name, "wrong-type");
    }
    return new Fields(
        value instanceof ObjectNode inner ? inner : JsonNodeFactory.instance.objectNode(),
        at + "/" + name,
        violations);
  }

  boolean requiredBoolean(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "wrong-type");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  int requiredNumber(String name, int min, int max) {
    JsonNode value = required(name);
    if (value != null && !value.isIntegralNumber()) {
      wrong(name, "wrong-type");
    } else if (value != null
        && (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max)) {
      wrong(name, "out-of-range");
    } else if (value != null) {
      return value.intValue();
    }
    return min;
  }

  String requiredText(String name, int maxLength) {
    required(name);
    String text = text(name, maxLength);
    return text == null ? "" : text;
  }

  String requiredText(String name, Pattern form) {
    String text = requiredText(name, Integer.MAX_VALUE);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      wrong(name, "wrong-form");
    }
    return text;
  }

  @Nullable String text(String name, int maxLength) {
    JsonNode value = field(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      wrong(name, "wrong-type");
      return null;
    }
    String text = value.stringValue();
    if (text.isBlank()) {
      wrong(name, "blank");
    } else if (text.length() > maxLength) {
      wrong(name, "too-long");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      wrong(name, "control-character");
    }
    return text;
  }

  /** Adds what this object has and nobody asked for; call it for each object. */
  Fields noOthers() {
    if (!known.containsAll(Set.copyOf(object.propertyNames()))) {
      violations.add(new Violation(at, "unknown-field"));
    }
    return this;
  }

  /** Throws 422 with everything that is wrong, inner objects included. */
  void check() {
    noOthers();
    if (!violations.isEmpty()) {
      throw FaceProblem.INVALID.problem().errors(violations).exception();
    }
  }

  private void wrong(String name, String rule) {
    violations.add(new Violation(at + "/" + name, rule));
  }

  private @Nullable JsonNode required(String name) {
    JsonNode value = field(name);
    if (value == null) {
      wrong(name, "required");
    }
    return value;
  }

  private @Nullable JsonNode field(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
