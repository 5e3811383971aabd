package org.homeward.trials.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.schema.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** The kinds of file that bind us to clients, readers, partners and stored documents. */
enum ContractFile {
  /** OpenAPI, AsyncAPI and the schemas; their words for people may change. */
  DESCRIPTION(
      "[\\w-]+/src/main/resources/openapi\\.yaml"
          + "|message-schema/src/main/resources/(asyncapi\\.yaml|schema/v1/[\\w-]+\\.json)"),
  /** A golden message: signed ones are compared byte by byte. */
  EXAMPLE("message-schema/src/main/resources/schema/v1/examples/.+"),
  /** A stored document of a release. */
  STORED("([\\w-]+/)+src/test/resources/stored/.+");

  private final Pattern path;

  ContractFile(String path) {
    this.path = Pattern.compile(path);
  }

  static Optional<ContractFile> of(String path) {
    for (ContractFile kind : values()) {
      if (kind.path.matcher(path).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The differences, each with its place; empty when nobody would notice. */
  List<String> differences(String path, byte[] before, byte[] now) {
    if (!path.endsWith(".json") && !path.endsWith(".yaml")) {
      return Arrays.equals(before, now) ? List.of() : List.of("has other bytes");
    }
    List<String> differences = new ArrayList<>();
    new TreeDifference(this == DESCRIPTION, differences)
        .collect("", tree(path, before), tree(path, now));
    return differences;
  }

  private static JsonNode tree(String path, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return path.endsWith(".json")
        ? Json.mapper().readTree(text)
        : Json.mapper()
            .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
  }
}
