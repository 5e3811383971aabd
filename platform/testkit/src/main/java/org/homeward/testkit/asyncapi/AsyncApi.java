package org.homeward.testkit.asyncapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.testkit.ContractDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document {@code asyncapi.yaml} of the class path. */
public final class AsyncApi {
  private static final AsyncApi ALL =
      new AsyncApi(ContractDocument.parse(ContractDocument.resource("/asyncapi.yaml")));
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NODE = Pattern.compile("\\{node}");

  private final ContractDocument document;

  private AsyncApi(ContractDocument document) {
    this.document = document;
  }

  public static AsyncApi document() {
    return ALL;
  }

  /** The whole document, with absolute references. */
  public JsonNode root() {
    return document.root();
  }

  /** The object itself, or the one that it refers to. */
  public JsonNode resolved(JsonNode node) {
    return document.resolved(node);
  }

  /** The names of the channels' messages. */
  public Map<String, Set<String>> messages() {
    Map<String, Set<String>> all = new TreeMap<>();
    root()
        .path("channels")
        .properties()
        .forEach(
            channel ->
                all.put(
                    channel.getKey(),
                    new TreeSet<>(channel.getValue().path("messages").propertyNames())));
    return all;
  }

  /** Topics that a service sends to or receives from, without the node, with the messages. */
  public Map<String, Set<String>> operations(String service, String action) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (JsonNode operation : root().path("operations")) {
      boolean asked =
          operation.path("action").asString().equals(action)
              && operation.path("tags").path(0).path("name").asString().equals(service);
      if (asked) {
        Set<String> names = new TreeSet<>();
        operation.path("messages").forEach(message -> names.add(last(message)));
        all.merge(
            last(operation.path("channel")),
            names,
            (some, more) -> {
              some.addAll(more);
              return some;
            });
      }
    }
    return all;
  }

  /** The consumer group of the operation by which a service receives from a topic. */
  public Pattern group(String service, String topic) {
    for (JsonNode operation : root().path("operations")) {
      if (operation.path("action").asString().equals("receive")
          && operation.path("tags").path(0).path("name").asString().equals(service)
          && last(operation.path("channel")).equals(topic)) {
        return Pattern.compile(
            operation.path("bindings").path("kafka").path("groupId").path("pattern").asString());
      }
    }
    throw new IllegalArgumentException(service + " does not receive from " + topic);
  }

  /**
   * The parts of a record that are not described; empty when everything is. Repeats nothing of the
   * record.
   *
   * @param topic with the node, such as {@code rs.cases}
   */
  public List<String> problems(
      String topic, @Nullable String key, Map<String, String> headers, byte[] value) {
    var channel = channel(topic);
    if (channel.isEmpty()) {
      return List.of(topic + " is not described");
    }
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    headers.forEach(names::put);
    List<String> problems = new ArrayList<>();
    for (var candidate : channel.get().path("messages").properties()) {
      JsonNode message = document.resolved(candidate.getValue());
      List<String> found = problems(message, key, names, value);
      if (found.isEmpty()) {
        return found;
      }
      boolean isMeant =
          headers.getOrDefault("ce_subject", "").startsWith(candidate.getKey() + "/")
              || channel.get().path("messages").size() == 1;
      if (isMeant) {
        found.forEach(problem -> problems.add(topic + " " + candidate.getKey() + ": " + problem));
      }
    }
    return problems.isEmpty() ? List.of(topic + ": no such message is described") : problems;
  }

  private List<String> problems(
      JsonNode message, @Nullable String key, ObjectNode headers, byte[] value) {
    List<String> problems = new ArrayList<>();
    violations(message.path("headers"), headers).stream()
        .map(violation -> "headers " + violation)
        .forEach(problems::add);
    JsonNode keys = document.resolved(message.path("bindings")).path("kafka").path("key");
    if (keys.isMissingNode() != (key == null)) {
      problems.add("key is " + (key == null ? "missing" : "not described"));
    } else if (key != null) {
      violations(keys, JsonNodeFactory.instance.stringNode(key)).stream()
          .map(violation -> "key " + violation)
          .forEach(problems::add);
    }
    boolean json = message.path("contentType").asString("").equals("application/json");
    violations(message.path("payload"), parsed(value, json)).stream()
        .map(violation -> "payload " + violation)
        .forEach(problems::add);
    return problems;
  }

  /** Bytes that are not JSON are allowed by no schema of ours. */
  private static JsonNode parsed(byte[] value, boolean json) {
    try {
      return json
          ? JSON.readTree(value)
          : JsonNodeFactory.instance.stringNode(new String(value, UTF_8));
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** Where and by which keyword; the texts of a library may repeat the value. */
  private List<String> violations(JsonNode schema, JsonNode value) {
    if (value.isMissingNode()) {
      return List.of("is not JSON");
    }
    return document.errors(schema, value).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
        .distinct()
        .toList();
  }

  private Optional<JsonNode> channel(String topic) {
    return root()
        .path("channels")
        .valueStream()
        .filter(
            channel ->
                topic.matches(
                    NODE.matcher(channel.path("address").asString())
                        .replaceAll("[a-z]{2,8}")
                        .replace(".", "\\.")))
        .findFirst();
  }

  private static String last(JsonNode ref) {
    String text = ref.path("$ref").asString();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
