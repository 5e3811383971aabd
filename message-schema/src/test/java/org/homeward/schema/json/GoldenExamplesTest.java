package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.schema.Examples;
import org.homeward.schema.bridge.Heading;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.PhotoAnswer;
import org.homeward.schema.bridge.PhotoRequest;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class GoldenExamplesTest {

  private static final Map<SchemaName, Class<?>> BRIDGE =
      Map.ofEntries(
          Map.entry(SchemaName.HEADING, Heading.class),
          Map.entry(SchemaName.MESSAGE, Message.class),
          Map.entry(SchemaName.RECEIPT, Receipt.class),
          Map.entry(SchemaName.RECEIPT_PROOF, ReceiptProof.class),
          Map.entry(SchemaName.REGISTRY, Registry.class),
          Map.entry(SchemaName.OFFER, Offer.class),
          Map.entry(SchemaName.RELEASE, Release.class),
          Map.entry(SchemaName.BRAKE, Brake.class),
          Map.entry(SchemaName.HOLDER_RECEIPT, HolderReceipt.class),
          Map.entry(SchemaName.PHOTO_REQUEST, PhotoRequest.class),
          Map.entry(SchemaName.PHOTO_ANSWER, PhotoAnswer.class));

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

  @TestFactory
  Stream<DynamicTest> whatTheBridgeSaysComesBackTheSame() {
    return all("valid")
        .filter(example -> BRIDGE.containsKey(example.schema))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> {
                      Object read = Binding.bind(BRIDGE.get(example.schema), example.read());
                      JsonNode written = Json.wire().valueToTree(read);
                      assertThat(Json.mapper().readTree(written.toString()))
                          .isEqualTo(example.read());
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
      return schema.folder() + "/" + file.getFileName();
    }

    JsonNode read() {
      return Examples.read(file);
    }
  }
}
