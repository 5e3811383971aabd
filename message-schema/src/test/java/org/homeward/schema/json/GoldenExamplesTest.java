package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.schema.Examples;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class GoldenExamplesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> validExamplesBreakNoRule() {
    return all("valid")
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> assertThat(check(example.schema, example.read())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> invalidExamplesBreakTheRulesTheyStateAndNoOther() {
    return all("invalid")
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> {
                      List<Violation> expected =
                          example
                              .read()
                              .path("expect")
                              .valueStream()
                              .map(v -> Binding.bind(Violation.class, v))
                              .toList();
                      assertThat(expected).isNotEmpty();
                      assertThat(check(example.schema, example.read().path("document")))
                          .containsExactlyInAnyOrderElementsOf(expected);
                    }));
  }

  private static List<Violation> check(SchemaName schema, JsonNode document) {
    List<Violation> violations = Schemas.validate(schema, document);
    if (schema != SchemaName.REPORT_SAYS || !violations.isEmpty()) {
      return violations;
    }
    try {
      Says says = SaysCodec.read(document);
      assertThat(SaysCodec.write(says)).isEqualTo(document);
      return SaysRules.check(says, NOW);
    } catch (Invalid e) {
      return e.violations();
    }
  }

  private static Stream<Example> all(String sort) {
    return Stream.of(SchemaName.values())
        .flatMap(schema -> Examples.of(sort, schema).stream().map(f -> new Example(schema, f)));
  }

  private record Example(SchemaName schema, Path file) {

    String name() {
      return schema.file() + "/" + file.getFileName();
    }

    JsonNode read() {
      return Examples.read(file);
    }
  }
}
