package org.homeward.frame.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Violation;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.codes.Regions;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.writing.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one request body: each is read once, all errors are collected, and {@link #check}
 * reports them together, unknown fields included. Until then a method returns a placeholder for a
 * field that is missing or wrong.
 */
public final class Fields {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

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
  public static Fields of(byte[] bytes) {
    return of(bytes, StrictJson.MAX_BYTES);
  }

  /**
   * @param maxBytes for a body that is larger than others
   */
  public static Fields of(byte[] bytes, int maxBytes) {
    try {
      if (StrictJson.read(bytes, maxBytes) instanceof ObjectNode object) {
        return new Fields(object, "", new ArrayList<>());
      }
    } catch (Malformed e) {
      throw FaceProblem.MALFORMED.problem().error("", e.rule()).exception();
    }
    throw FaceProblem.MALFORMED.problem().error("", "not-an-object").exception();
  }

  /** The fields of a required object in this one; call {@link #noOthers} on it. */
  public Fields inner(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isObject()) {
      wrong(name, "wrong-type");
    }
    return new Fields(
        value instanceof ObjectNode inner ? inner : JsonNodeFactory.instance.objectNode(),
        at + "/" + name,
        violations);
  }

  public boolean has(String name) {
    return object.has(name);
  }

  public boolean requiredBoolean(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "wrong-type");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  public int requiredNumber(String name, int min, int max) {
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

  public double requiredDecimal(String name, double min, double max) {
    JsonNode value = required(name);
    if (value != null && !value.isNumber()) {
      wrong(name, "wrong-type");
    } else if (value != null && (value.doubleValue() < min || value.doubleValue() > max)) {
      wrong(name, "out-of-range");
    } else if (value != null) {
      return value.doubleValue();
    }
    return min;
  }

  /** One line of text. */
  public @Nullable String text(String name, int maxLength) {
    return text(name, maxLength, Character::isISOControl);
  }

  /** Text that may go over several lines. */
  public @Nullable String lines(String name, int maxLength) {
    return text(name, maxLength, c -> Character.isISOControl(c) && c != '\n');
  }

  /** Text that may go over several lines and is not blank. */
  public String requiredLines(String name, int maxLength) {
    required(name);
    String text = lines(name, maxLength);
    return text == null ? "" : text;
  }

  public @Nullable String text(String name, Pattern form) {
    String text = text(name, Integer.MAX_VALUE);
    if (text != null && !form.matcher(text).matches()) {
      wrong(name, "wrong-form");
    }
    return text;
  }

  public String requiredText(String name, int maxLength) {
    required(name);
    String text = text(name, maxLength);
    return text == null ? "" : text;
  }

  public String requiredText(String name, Pattern form) {
    required(name);
    String text = text(name, form);
    return text == null ? "" : text;
  }

  /** Bytes in Base64 (RFC 4648, with padding). */
  public byte[] requiredBytes(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return new byte[0];
    }
    if (!value.isString()) {
      wrong(name, "wrong-type");
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(value.stringValue());
    } catch (IllegalArgumentException e) {
      wrong(name, "wrong-form");
      return new byte[0];
    }
  }

  /** Text of this form; empty for anything else, which is no error of the request. */
  public Optional<String> fitting(String name, Pattern form) {
    JsonNode value = field(name);
    return Optional.ofNullable(value)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> form.matcher(text).matches());
  }

  /** An instant in UTC, as {@code 2026-03-01T12:00:00Z}. */
  public @Nullable Instant instant(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      // Said below; its message holds the value.
    }
    wrong(name, "wrong-form");
    return null;
  }

  public Instant requiredInstant(String name) {
    required(name);
    Instant instant = instant(name);
    return instant == null ? Instant.EPOCH : instant;
  }

  /** One of the allowed codes; a newer or misspelt one is refused. */
  public <E extends Enum<E>> @Nullable E code(String name, Set<E> allowed) {
    JsonNode value = field(name);
    if (value == null) {
      return null;
    }
    E code = code(value, allowed);
    if (code == null) {
      wrong(name, value.isString() ? "unknown-code" : "wrong-type");
    }
    return code;
  }

  /** As {@link #code}; any of the set stands in for a missing one until {@link #check}. */
  public <E extends Enum<E>> E requiredCode(String name, Set<E> allowed) {
    required(name);
    E code = code(name, allowed);
    return code == null ? allowed.iterator().next() : code;
  }

  /** A list of allowed codes, none twice; empty when it is missing. */
  public <E extends Enum<E>> Set<E> codes(String name, Set<E> allowed) {
    Set<E> codes = new LinkedHashSet<>();
    List<JsonNode> items = list(name, allowed.size());
    for (int i = 0; i < items.size(); i++) {
      E code = code(items.get(i), allowed);
      if (code == null) {
        wrong(name + "/" + i, items.get(i).isString() ? "unknown-code" : "wrong-type");
      } else {
        codes.add(code);
      }
    }
    return codes;
  }

  /** An object as it is; empty when it is missing. */
  public ObjectNode object(String name) {
    JsonNode value = field(name);
    if (value instanceof ObjectNode inner) {
      return inner.deepCopy();
    }
    if (value != null) {
      wrong(name, "wrong-type");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** A list; empty when it is missing. */
  public List<JsonNode> list(String name, int maxItems) {
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

  /** The objects of a list; empty when it is missing. Call {@link #noOthers} on each. */
  public List<Fields> objects(String name, int maxItems) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode item : list(name, maxItems)) {
      String place = name + "/" + objects.size();
      if (!item.isObject()) {
        wrong(place, "wrong-type");
      }
      objects.add(
          new Fields(
              item instanceof ObjectNode inner ? inner : JsonNodeFactory.instance.objectNode(),
              at + "/" + place,
              violations));
    }
    return objects;
  }

  /** A list of texts of one form, none twice; empty when it is missing. */
  public Set<String> texts(String name, int maxItems, Pattern form) {
    return texts(name, maxItems, form, text -> Optional.empty());
  }

  /**
   * The same, of a list that not every text of the form is on.
   *
   * @param broken the rule that a text breaks
   */
  public Set<String> texts(
      String name, int maxItems, Pattern form, Function<String, Optional<String>> broken) {
    Set<String> texts = new LinkedHashSet<>();
    List<JsonNode> items = list(name, maxItems);
    for (int i = 0; i < items.size(); i++) {
      String at = name + "/" + i;
      if (items.get(i).isString() && form.matcher(items.get(i).stringValue()).matches()) {
        texts.add(items.get(i).stringValue());
        broken.apply(items.get(i).stringValue()).ifPresent(rule -> wrong(at, rule));
      } else {
        wrong(at, "wrong-form");
      }
    }
    return texts;
  }

  /** ISO 3166-1 alpha-2 of a country that exists. */
  public String requiredCountry(String name) {
    String country = requiredText(name, COUNTRY);
    if (COUNTRY.matcher(country).matches() && !Countries.has(country)) {
      wrong(name, "unknown-country");
    }
    return country;
  }

  /** ISO 3166-2 of a region of a country. */
  public @Nullable String region(String name, String country) {
    String region = text(name, REGION);
    if (region != null && REGION.matcher(region).matches()) {
      brokenRegion(country, region).ifPresent(rule -> wrong(name, rule));
    }
    return region;
  }

  /** ISO 3166-2 of regions of a country, none twice; empty when it is missing. */
  public Set<String> regions(String name, int maxItems, String country) {
    return texts(name, maxItems, REGION, region -> brokenRegion(country, region));
  }

  private static Optional<String> brokenRegion(String country, String region) {
    if (!region.startsWith(country + "-")) {
      return Optional.of("of-another-country");
    }
    return Regions.has(country, region) ? Optional.empty() : Optional.of("unknown-region");
  }

  /** Notes what the caller found wrong with a field. */
  public void wrong(String name, String rule) {
    violations.add(new Violation(at + "/" + name, rule));
  }

  public void wrong(List<Violation> more) {
    violations.addAll(more);
  }

  /** Notes unknown fields of this object; call it for each inner object. */
  public Fields noOthers() {
    if (!known.containsAll(Set.copyOf(object.propertyNames()))) {
      violations.add(new Violation(at, "unknown-field"));
    }
    return this;
  }

  /** Throws 422 with all errors, inner objects included. */
  public void check() {
    noOthers();
    if (!violations.isEmpty()) {
      throw FaceProblem.INVALID.problem().errors(violations).exception();
    }
  }

  private @Nullable String text(String name, int maxLength, IntPredicate refused) {
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
    } else if (text.chars().anyMatch(refused)) {
      wrong(name, "control-character");
    } else if (!PlainText.isSeen(text)) {
      wrong(name, "invisible");
    }
    return text;
  }

  private static <E extends Enum<E>> @Nullable E code(JsonNode value, Set<E> allowed) {
    if (value.isString()) {
      for (E code : allowed) {
        if (code.name().equals(value.stringValue())) {
          return code;
        }
      }
    }
    return null;
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
