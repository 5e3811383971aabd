package org.homeward.schema.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The schema files as they lie in the jar. */
final class SchemaFiles {

  private static final String BASE = "https://homeward.org/schema/v1/";

  /** In the folder schema/v1, without their ending. */
  static final List<String> NAMES =
      List.of(
          "codes",
          "values",
          "report-says",
          "case",
          "police-notice",
          "alert",
          "stop",
          "erasure",
          "desk",
          "authority",
          "handover",
          "envelope",
          "bridge",
          "registry");

  private static final Map<String, JsonNode> FILES =
      NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), SchemaFiles::load));

  /** Every field name of every schema. */
  static final Set<String> FIELDS = fields();

  private SchemaFiles() {}

  static String id(String name) {
    return BASE + name + ".json";
  }

  static Map<String, String> textById() {
    return FILES.entrySet().stream()
        .collect(Collectors.toMap(e -> id(e.getKey()), e -> e.getValue().toString()));
  }

  static JsonNode file(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }

  private static JsonNode load(String name) {
    String path = "/schema/v1/" + name + ".json";
    try (InputStream file = SchemaFiles.class.getResourceAsStream(path)) {
      return StrictJson.read(Objects.requireNonNull(file, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> fields() {
    Set<String> names = new TreeSet<>();
    for (JsonNode file : FILES.values()) {
      for (JsonNode properties : file.findValues("properties")) {
        names.addAll(properties.propertyNames());
      }
    }
    return Set.copyOf(names);
  }
}
