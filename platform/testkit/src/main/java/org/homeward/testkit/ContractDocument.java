package org.homeward.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API document in YAML: its tree with every {@code $ref} made absolute, and its schemas.
 *
 * <p>A {@code $ref} leads into the same document, or by any path that ends in {@code
 * schema/v1/<file>.json} to a schema of message-schema on the class path.
 */
public final class ContractDocument {
  private static final String HERE = "https://homeward.org/document.json";
  private static final String SCHEMAS = "https://homeward.org/schema/v1/";
  private static final Pattern TO_SCHEMA =
      Pattern.compile("(?:.*/)?schema/v1/([a-z0-9/-]+\\.json.*)");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, JsonNode> shared = new ConcurrentHashMap<>();
  private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();

  private ContractDocument(JsonNode root) {
    this.root = root;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, all -> all.schemas(this::text));
  }

  public static ContractDocument parse(String yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    JsonNode root = JSON.valueToTree(loaded);
    absolute(root);
    return new ContractDocument(root);
  }

  public JsonNode root() {
    return root;
  }

  /** The object itself, or the one in this document that it refers to. */
  public JsonNode resolved(JsonNode node) {
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

  /** The target of an absolute {@code $ref}, in this document or in a schema of message-schema. */
  public JsonNode target(String ref) {
    URI uri = URI.create(ref);
    String file =
        ref.substring(
            0, ref.length() - (uri.getFragment() == null ? 0 : uri.getRawFragment().length() + 1));
    JsonNode in = file.equals(HERE) ? root : shared.computeIfAbsent(file, this::read);
    JsonNode found = uri.getFragment() == null ? in : in.at(JsonPointer.compile(uri.getFragment()));
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("nothing is at " + ref);
    }
    return found;
  }

  private JsonNode read(String file) {
    JsonNode schema = JSON.readTree(Objects.requireNonNull(text(file), file));
    resolve(schema, URI.create(file));
    return schema;
  }

  private static void resolve(JsonNode node, URI base) {
    if (node instanceof ObjectNode object && node.path("$ref").isString()) {
      object.put("$ref", base.resolve(node.path("$ref").asString()).toString());
    }
    node.forEach(each -> resolve(each, base));
  }

  /** The errors of a value; formats are checked too. */
  public List<Error> errors(JsonNode schema, JsonNode value) {
    return compiled(schema)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
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
    return id.startsWith(SCHEMAS) ? resource("/schema/v1/" + id.substring(SCHEMAS.length())) : null;
  }

  /** A text file of the class path. */
  public static String resource(String name) {
    try (InputStream file = ContractDocument.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void absolute(JsonNode node) {
    if (node instanceof ObjectNode object && node.path("$ref").isString()) {
      object.put("$ref", absolute(node.path("$ref").asString()));
    }
    node.forEach(ContractDocument::absolute);
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
