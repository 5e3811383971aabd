package org.homeward.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
 * and {@link #check} answers with all of it, unknown fields included.
 */
final class Fields {

  private final ObjectNode body;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  private Fields(ObjectNode body) {
    this.body = body;
  }

  /** Refuses what is not one JSON object (400). */
  static Fields of(byte[] bytes) {
    try {
      if (StrictJson.read(bytes) instanceof ObjectNode object) {
        return new Fields(object);
      }
    } catch (Malformed e) {
      throw FaceProblem.MALFORMED.problem().error("", e.rule()).exception();
    }
    throw FaceProblem.MALFORMED.problem().error("", "not-an-object").exception();
  }

  boolean requiredBoolean(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "wrong-type");
    }
    return value != null && value.isBoolean() && value.booleanValue();
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
    } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      wrong(name, "control-character");
    }
    return text;
  }

  String requiredText(String name, int maxLength) {
    required(name);
    String text = text(name, maxLength);
    return text == null ? "" : text;
  }

  String requiredForm(String name, Pattern form) {
    required(name);
    String text = text(name, Integer.MAX_VALUE);
    if (text != null && !form.matcher(text).matches()) {
      wrong(name, "wrong-form");
    }
    return text == null ? "" : text;
  }

  /** One of the allowed codes; a newer or misspelt one is refused. */
  <E extends Enum<E>> @Nullable E code(String name, Set<E> allowed) {
    JsonNode value = field(name);
    if (value == null) {
      return null;
    }
    if (value.isString()) {
      for (E code : allowed) {
        if (code.name().equals(value.stringValue())) {
          return code;
        }
      }
    }
    wrong(name, value.isString() ? "unknown-code" : "wrong-type");
    return null;
  }

  /** As {@link #code}; the first of the list stands in for a missing one until {@link #check}. */
  <E extends Enum<E>> E requiredCode(String name, Set<E> allowed) {
    required(name);
    E code = code(name, allowed);
    return code == null ? allowed.iterator().next() : code;
  }

  ObjectNode object(String name) {
    JsonNode value = field(name);
    if (value == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value instanceof ObjectNode object) {
      return object.deepCopy();
    }
    wrong(name, "wrong-type");
    return JsonNodeFactory.instance.objectNode();
  }

  List<JsonNode> list(String name, int maxItems) {
    JsonNode value = field(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      wrong(name, "wrong-type");
      return List.of();
    }
    if (value.size() > maxItems) {
      wrong(name, "too-many");
      return List.of();
    }
    return value.valueStream().toList();
  }

  Set<String> texts(String name, int maxItems, Pattern form) {
    Set<String> texts = new LinkedHashSet<>();
    List<JsonNode> items = list(name, maxItems);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isString() && form.matcher(items.get(i).stringValue()).matches()) {
        texts.add(items.get(i).stringValue());
      } else {
        wrong(name + "/" + i, "wrong-form");
      }
    }
    return texts;
  }

  boolean has(String name) {
    return body.has(name);
  }

  void wrong(String name, String rule) {
    violations.add(new Violation("/" + name, rule));
  }

  void wrong(List<Violation> more) {
    violations.addAll(more);
  }

  /** Throws 422 with everything that is wrong; call it when all fields have been asked for. */
  void check() {
    for (String name : body.propertyNames()) {
      if (!known.contains(name)) {
        violations.add(new Violation("", "unknown-field"));
      }
    }
    if (!violations.isEmpty()) {
      throw FaceProblem.INVALID.problem().errors(violations).exception();
    }
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
    JsonNode value = body.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
