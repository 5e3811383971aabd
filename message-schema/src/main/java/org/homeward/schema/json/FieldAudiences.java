package org.homeward.schema.json;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The audiences of a field and of the fields in it, from {@code x-audiences} of the schema.
 *
 * @param largest the largest set the field may have, whatever stands above it
 * @param fields of the object, or of each item of the list
 * @param each of a map with free keys
 */
public record FieldAudiences(
    Set<Audience> largest, Map<String, FieldAudiences> fields, @Nullable FieldAudiences each) {

  /** Of what a report says; read from the schema, which is the only source. */
  public static final FieldAudiences OF_SAYS =
      read("report-says", SchemaFiles.file("report-says"), everybody());

  /** For fields the schema does not know: nobody. */
  public static final FieldAudiences NOBODY = new FieldAudiences(Set.of(), Map.of(), null);

  public FieldAudiences {
    largest = Collections.unmodifiableSet(largest);
    fields = Collections.unmodifiableMap(fields);
  }

  public FieldAudiences field(String name) {
    return fields.getOrDefault(name, NOBODY);
  }

  private static FieldAudiences read(String file, JsonNode schema, Set<Audience> largest) {
    if (schema.has("$ref")) {
      String[] parts = schema.get("$ref").asString().split("#", 2);
      String target = parts[0].isEmpty() ? file : parts[0].replace(".json", "");
      JsonNode root = SchemaFiles.file(target);
      return read(target, parts.length == 1 ? root : root.at(parts[1]), largest);
    }
    if (schema.has("items")) {
      return read(file, schema.get("items"), largest);
    }
    Map<String, FieldAudiences> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode audiences = property.getValue().path("x-audiences");
      fields.put(property.getKey(), read(file, property.getValue(), audiences(audiences)));
    }
    JsonNode each = schema.path("additionalProperties");
    return new FieldAudiences(
        largest, fields, each.isObject() ? read(file, each, everybody()) : null);
  }

  /** A field without a set is nobody's. */
  private static Set<Audience> audiences(JsonNode names) {
    if (names.isString() && names.asString().equals("AS_PARENT")) {
      return everybody();
    }
    Set<Audience> set = EnumSet.noneOf(Audience.class);
    names.forEach(name -> set.add(Audience.valueOf(name.asString())));
    return set;
  }

  private static Set<Audience> everybody() {
    return EnumSet.allOf(Audience.class);
  }
}
