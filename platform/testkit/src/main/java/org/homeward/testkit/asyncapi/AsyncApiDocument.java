package org.homeward.testkit.asyncapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The tree of the file with every {@code $ref} made absolute, and its schemas compiled. */
final class AsyncApiDocument {
  private static final String HERE = "https://homeward.org/asyncapi.json";
  private static final String SCHEMAS = "https://homeward.org/schema/v1/";
  private static final String FILES = "schema/v1/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();

  private AsyncApiDocument(JsonNode root) {
    this.root = root;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, all -> all.schemas(this::text));
  }

  static AsyncApiDocument read(String resource) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    JsonNode root =
        JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(content(resource)));
    absolute(root);
    return new AsyncApiDocument(root);
  }

  JsonNode root() {
    return root;
  }

  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.path("$ref").asString("").startsWith(HERE + "#")) {
      String ref = found.path("$ref").asString();
      found = root.at(JsonPointer.compile(ref.substring(HERE.length() + 1)));
      if (found.isMissingNode()) {
        throw new IllegalArgumentException("nothing is at " + ref);
      }
    }
    return found;
  }

  /** What is no JSON is no value that any schema of ours allows. */
  JsonNode parsed(byte[] value, boolean json) {
    try {
      return json
          ? JSON.readTree(value)
          : JsonNodeFactory.instance.stringNode(new String(value, UTF_8));
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** Where and by which keyword; the texts of a library may repeat the value. */
  List<String> violations(JsonNode schema, JsonNode value) {
    if (value.isMissingNode()) {
      return List.of("is not JSON");
    }
    return compiled(schema).validate(value).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
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
    return id.startsWith(SCHEMAS) ? content("/" + FILES + id.substring(SCHEMAS.length())) : null;
  }

  private static String content(String resource) {
    try (InputStream file = AsyncApiDocument.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void absolute(JsonNode node) {
    if (node instanceof ObjectNode object && node.path("$ref").isString()) {
      object.put("$ref", absolute(node.path("$ref").asString()));
    }
    node.forEach(AsyncApiDocument::absolute);
  }

  private static String absolute(String ref) {
    if (ref.startsWith("#")) {
      return HERE + ref;
    }
    if (!ref.startsWith(FILES)) {
      throw new IllegalArgumentException("neither in this file nor in schema/v1: " + ref);
    }
    return SCHEMAS + ref.substring(FILES.length());
  }
}
