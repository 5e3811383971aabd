package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.testkit.ContractDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** An OpenAPI 3.1 document in YAML, as what every exchange of a service's tests is held against. */
public final class OpenApi {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern BODYLESS = Pattern.compile("204|304|1..");

  private final ContractDocument document;
  private final List<Operation> operations = new ArrayList<>();

  private record Operation(String method, PathPattern path, JsonNode item, JsonNode described) {

    @Override
    public String toString() {
      return method + " " + path.getPatternString();
    }
  }

  private OpenApi(ContractDocument document) {
    this.document = document;
    for (var path : document.root().path("paths").properties()) {
      var item = document.resolved(path.getValue());
      var pattern = PathPatternParser.defaultInstance.parse(path.getKey());
      for (var entry : item.properties()) {
        if (METHODS.contains(entry.getKey())) {
          var method = entry.getKey().toUpperCase(Locale.ROOT);
          operations.add(new Operation(method, pattern, item, entry.getValue()));
        }
      }
    }
    operations.sort(Comparator.comparing(Operation::path, PathPattern.SPECIFICITY_COMPARATOR));
  }

  public static OpenApi read(Path yaml) {
    try {
      var document = ContractDocument.parse(Files.readString(yaml));
      if (!document.root().path("openapi").asString("").startsWith("3.1.")) {
        throw new IllegalArgumentException("not an OpenAPI 3.1 document: " + yaml);
      }
      return new OpenApi(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All operations, as {@code POST /api/v1/cases/{id}/freeze}. */
  public Set<String> operations() {
    var all = new TreeSet<String>();
    operations.forEach(operation -> all.add(operation.toString()));
    return all;
  }

  /** Whether there is such an operation at this path, which has no query. */
  public boolean describes(String method, String path) {
    return operation(method, path).isPresent();
  }

  /**
   * What an exchange does that is not described; empty when all is well. The request is looked at
   * only when it was taken (2xx): what is wrong on purpose is not held against the document.
   *
   * @param path as sent, with its query
   */
  public List<String> problems(
      String method,
      String path,
      @Nullable String requestType,
      byte @Nullable [] requestBody,
      int status,
      @Nullable String responseType,
      byte @Nullable [] responseBody) {
    var uri = UriComponentsBuilder.fromUriString(path).build(true);
    var found = operation(method, String.valueOf(uri.getPath()));
    if (found.isEmpty()) {
      // Nobody describes what is not there.
      return status == 404 || status == 405 || status == 401
          ? List.of()
          : List.of(method + " " + uri.getPath() + " is not described");
    }
    var operation = found.get();
    var problems = new ArrayList<String>();
    if (status >= 200 && status < 300) {
      parameters(operation, path, problems);
      request(operation, requestType, requestBody, problems);
    }
    response(operation, method, status, responseType, responseBody, problems);
    return problems.stream().map(problem -> operation + " " + status + ": " + problem).toList();
  }

  private Optional<Operation> operation(String method, String path) {
    var container = PathContainer.parsePath(path);
    var asked = method.equals("HEAD") ? "GET" : method;
    return operations.stream()
        .filter(operation -> operation.path().matches(container))
        .filter(operation -> operation.method().equals(asked))
        .findFirst();
  }

  private void parameters(Operation operation, String sent, List<String> problems) {
    var uri = UriComponentsBuilder.fromUriString(sent).build(true);
    var inPath = operation.path().matchAndExtract(PathContainer.parsePath(uri.getPath()));
    inPath
        .getUriVariables()
        .forEach((name, value) -> parameter(operation, "path", name, value, problems));
    uri.getQueryParams()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        parameter(
                            operation,
                            "query",
                            name,
                            value == null ? "" : decoded(value),
                            problems)));
    for (var declared : declared(operation)) {
      boolean missing = !uri.getQueryParams().containsKey(declared.path("name").asString());
      if (declared.path("in").asString().equals("query")
          && declared.path("required").asBoolean(false)
          && missing) {
        problems.add("query parameter " + declared.path("name").asString() + " is required");
      }
    }
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, UTF_8);
  }

  private void parameter(
      Operation operation, String in, String name, String value, List<String> problems) {
    declared(operation).stream()
        .filter(declared -> declared.path("in").asString().equals(in))
        .filter(declared -> declared.path("name").asString().equals(name))
        .findFirst()
        .ifPresentOrElse(
            declared ->
                violationsOfText(declared.path("schema"), value).stream()
                    .map(violation -> in + " parameter " + name + " " + violation)
                    .forEach(problems::add),
            () -> problems.add(in + " parameter " + name + " is not described"));
  }

  private List<JsonNode> declared(Operation operation) {
    var all = new ArrayList<JsonNode>();
    operation.described().path("parameters").forEach(p -> all.add(document.resolved(p)));
    operation.item().path("parameters").forEach(p -> all.add(document.resolved(p)));
    return all;
  }

  private void request(
      Operation operation, @Nullable String type, byte @Nullable [] body, List<String> problems) {
    var described = document.resolved(operation.described().path("requestBody"));
    boolean empty = body == null || body.length == 0;
    if (described.isMissingNode()) {
      if (!empty) {
        problems.add("a request body is not described");
      }
    } else if (!empty) {
      content("request", described.path("content"), type, body, problems);
    } else if (described.path("required").asBoolean(false)) {
      problems.add("the request body is required");
    }
  }

  private void response(
      Operation operation,
      String method,
      int status,
      @Nullable String type,
      byte @Nullable [] body,
      List<String> problems) {
    var responses = operation.described().path("responses");
    var described = responses.path(String.valueOf(status));
    if (described.isMissingNode()) {
      described = responses.path(status / 100 + "XX");
    }
    if (described.isMissingNode()) {
      described = responses.path("default");
    }
    if (described.isMissingNode()) {
      problems.add("the status is not described");
      return;
    }
    var content = document.resolved(described).path("content");
    if (body != null && body.length > 0) {
      content("response", content, type, body, problems);
    } else if (!content.isMissingNode()
        && !method.equals("HEAD")
        && !BODYLESS.matcher(String.valueOf(status)).matches()) {
      problems.add("the response has no body");
    }
  }

  private void content(
      String what, JsonNode content, @Nullable String type, byte[] body, List<String> problems) {
    var plain = type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    var media = content.path(plain);
    if (media.isMissingNode()) {
      media = content.path(plain.replaceFirst("/.*", "/*")); // a range, as image/*
    }
    if (media.isMissingNode()) {
      problems.add(what + " content type '" + plain + "' is not described");
      return;
    }
    if (plain.endsWith("/json") || plain.endsWith("+json")) {
      violationsOfJson(media.path("schema"), body).stream()
          .map(violation -> what + " " + violation)
          .forEach(problems::add);
    }
  }

  /** What is wrong with a parameter, which is a number where its schema says so. */
  private List<String> violationsOfText(JsonNode schema, String value) {
    var text = JsonNodeFactory.instance.stringNode(value);
    if (!INTEGER.matcher(value).matches() && !value.equals("true") && !value.equals("false")) {
      return violations(schema, text);
    }
    var read = violations(schema, JSON.readTree(value));
    return read.isEmpty() ? read : violations(schema, text);
  }

  private List<String> violationsOfJson(JsonNode schema, byte[] body) {
    try {
      return violations(schema, JSON.readTree(body));
    } catch (JacksonException e) {
      return List.of("is not JSON");
    }
  }

  private List<String> violations(JsonNode schema, JsonNode value) {
    return schema.isMissingNode()
        ? List.of()
        : document.errors(schema, value).stream()
            .map(error -> error.getInstanceLocation() + " " + error.getMessage())
            .distinct()
            .toList();
  }
}
