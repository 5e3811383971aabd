package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tree of an OpenAPI file with every {@code $ref} made absolute, and its schemas compiled. */
final class OpenApiDocument {

  private static final String HERE = "https://homeward.org/openapi.json";
  private static final String SCHEMAS = "https://homeward.org/schema/v1/";
  private static final Pattern TO_SCHEMA =
      Pattern.compile("(?:.*/)?schema/v1/([a-z0-9/-]+\\.json.*)");
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();

  private OpenApiDocument(JsonNode root) {
    this.root = root;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, all -> all.schemas(this::text));
  }

  static OpenApiDocument read(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object loaded = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
      var root = (JsonNode) JSON.valueToTree(loaded);
      if (!root.path("openapi").asString("").startsWith("3.1.")) {
        throw new IllegalArgumentException("not an OpenAPI 3.1 document: " + file);
      }
      absolute(root);
      return new OpenApiDocument(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** The object itself, or the one in this file that it refers to. */
  JsonNode resolved(JsonNode node) {
    var found = node;
    for (var ref = ref(found); ref != null; ref = ref(found)) {
      if (!ref.startsWith(HERE + "#")) {
        throw new IllegalArgumentException("only schemas are in other files: " + ref);
      }
      found = root.at(JsonPointer.compile(ref.substring(HERE.length() + 1)));
      if (found.isMissingNode()) {
        throw new IllegalArgumentException("nothing is at " + ref);
      }
    }
    return found;
  }

  /** What is wrong with a parameter, which is a number where its schema says so. */
  List<String> violationsOfText(JsonNode schema, String value) {
    var text = JsonNodeFactory.instance.stringNode(value);
    if (!INTEGER.matcher(value).matches() && !value.equals("true") && !value.equals("false")) {
      return violations(schema, text);
    }
    var read = violations(schema, JSON.readTree(value));
    return read.isEmpty() ? read : violations(schema, text);
  }

  List<String> violationsOfJson(JsonNode schema, byte[] body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (JacksonException e) {
      return List.of("is not JSON");
    }
    return violations(schema, read);
  }

  private List<String> violations(JsonNode schema, JsonNode value) {
    if (schema.isMissingNode()) {
      return List.of();
    }
    return compiled(schema)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .distinct()
        .toList();
  }

  private synchronized Schema compiled(JsonNode schema) {
    return compiled.computeIfAbsent(
        schema,
        fresh ->
            registry.getSchema(
                SchemaLocation.of("https://homeward.org/inline/" + compiled.size() + ".json"),
                fresh));
  }

  private @Nullable String text(String id) {
    if (id.equals(HERE)) {
      return root.toString();
    }
    if (!id.startsWith(SCHEMAS)) {
      return null;
    }
    var resource = "/schema/v1/" + id.substring(SCHEMAS.length());
    try (var stream = OpenApiDocument.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("not on the class path: " + resource);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String ref(JsonNode node) {
    var ref = node.path("$ref");
    return ref.isString() ? ref.stringValue() : null;
  }

  private static void absolute(JsonNode node) {
    var ref = ref(node);
    if (ref != null && node instanceof ObjectNode object) {
      object.put("$ref", absolute(ref));
    }
    node.forEach(OpenApiDocument::absolute);
  }

  private static String absolute(String ref) {
    if (ref.startsWith("#")) {
      return HERE + ref;
    }
    Matcher schema = TO_SCHEMA.matcher(ref);
    if (!schema.matches()) {
      throw new IllegalArgumentException("neither in this file nor in schema/v1: " + ref);
    }
    return SCHEMAS + schema.group(1);
  }
}
