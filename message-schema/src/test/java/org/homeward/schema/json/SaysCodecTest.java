package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.Conformance;
import org.homeward.schema.RandomFacts;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SaysCodecTest {

  private static final String CHILD = "0b9f2c44-3f57-4a0e-8d0c-7d2f1b6a9e10";

  @Test
  void whatIsWrittenReadsTheSame() {
    RandomFacts.times(300, random -> comesBackTheSame(random.says()));
  }

  private static void comesBackTheSame(Says says) {
    byte[] bytes = SaysCodec.write(says).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(SaysCodec.read(StrictJson.read(bytes))).isEqualTo(says);
    assertThat(SaysCodec.tolerant(StrictJson.read(bytes))).isEqualTo(says);
  }

  @Test
  void instantsAreCutToMilliseconds() {
    Says says = seen(Instant.parse("2026-05-30T16:40:00.123456789Z"));
    assertThat(SaysCodec.write(says).at("/lastSeen/at").asString())
        .isEqualTo("2026-05-30T16:40:00.123Z");
  }

  @Test
  void strictReadingRefusesWhatTolerantReadingLeavesOut() {
    JsonNode newer =
        json(
            """
            {"category":"NEWLY_NAMED","shoeSize":38,"answers":{"shoeSize":"UNKNOWN"},
             "children":{"%s":{"sex":"FEMALE","shoeSize":38}}}
            """
                .formatted(CHILD));
    assertThatThrownBy(() -> SaysCodec.read(newer))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .containsExactly(
                        new Violation("", "unknown-field"),
                        new Violation("/answers", "unknown-field"),
                        new Violation("/category", "unknown-code"),
                        new Violation("/children/" + CHILD, "unknown-field")));
    assertThat(Tolerant.read(SchemaName.REPORT_SAYS, newer).unknownFields()).isEqualTo(3);
    Says read = SaysCodec.tolerant(newer);
    assertThat(read.category()).isEqualTo(Code.read(Category.class, "NEWLY_NAMED"));
    assertThat(read.answers()).isEmpty();
    assertThat(SaysCodec.write(read).path("category").asString()).isEqualTo("NEWLY_NAMED");
    assertThat(SaysCodec.tolerant(SaysCodec.write(read))).isEqualTo(read);
  }

  @Test
  void tolerantReadingStillRefusesWhatIsWrong() {
    for (String wrong :
        List.of(
            "{\"risk\":7}",
            "{\"answers\":{\"risk\":\"PERHAPS\"}}",
            "{\"audiences\":{\"risk\":[\"NEIGHBOURS\"]}}",
            "{\"children\":{\"Mila\":{}}}",
            "[]")) {
      assertThatThrownBy(() -> SaysCodec.tolerant(json(wrong))).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void refusalsRepeatNothingOfTheDocument() {
    for (String planted :
        List.of(
            "{\"Planted\":1}",
            "{\"category\":\"PLANTED\"}",
            "{\"children\":{\"Planted\":{\"Planted\":1}}}",
            "{\"answers\":{\"Planted\":\"Planted\"}}",
            "{\"audiences\":{\"Planted\":[\"Planted\"]}}",
            "{\"lastSeen\":{\"at\":\"Planted\",\"zone\":\"Planted\"}}",
            "{\"children\":{\"" + CHILD + "\":{\"born\":\"Planted\",\"phones\":[\"Planted\"]}}}")) {
      assertThatThrownBy(() -> SaysCodec.read(json(planted)))
          .isInstanceOf(Invalid.class)
          .hasNoCause()
          .message()
          .doesNotContainIgnoringCase("planted");
    }
  }

  @Test
  void hostileStringsAreTakenUnchangedOrRefusedByName() {
    Path file = Conformance.path("abuse/strings/blns.json");
    int taken = 0;
    for (JsonNode naughty : Json.mapper().readTree(Conformance.bytes(file))) {
      ObjectNode says =
          SaysCodec.write(Says.builder().notes(new Text("en", naughty.asString())).build());
      List<Violation> violations = Schemas.validate(SchemaName.REPORT_SAYS, says);
      if (violations.isEmpty()) {
        byte[] bytes = says.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(SaysCodec.read(StrictJson.read(bytes)).notes().text())
            .isEqualTo(naughty.asString());
        taken++;
      } else {
        assertThat(violations)
            .allSatisfy(
                v -> {
                  assertThat(v.pointer()).isEqualTo("/notes/text");
                  assertThat(v.rule()).isIn("too-short", "bad-format");
                });
      }
    }
    assertThat(taken).isGreaterThan(450);
  }

  @Test
  void rulesSeeTheirOwnTime() {
    Instant now = Instant.parse("2026-06-01T12:00:00Z");
    assertThat(SaysRules.check(seen(now.plusSeconds(300)), now)).isEmpty();
    assertThat(SaysRules.check(seen(now.plusSeconds(301)), now))
        .containsExactly(new Violation("/lastSeen/at", "in-future"));
  }

  @Test
  void rulesShowNoNameAStrangerChose() {
    Says says =
        Says.builder()
            .answers(Map.of("Planted", Answer.UNKNOWN))
            .audiences(Map.of("Planted", Set.of(Audience.PUBLIC)))
            .children(
                Map.of("Planted", ChildFacts.builder().born(PartialDate.parse("2030")).build()))
            .build();
    assertThat(SaysRules.check(says, Instant.EPOCH))
        .containsExactly(
            new Violation("/children", "in-future"),
            new Violation("/audiences", "audience-too-large"));
  }

  private static Says seen(Instant at) {
    return Says.builder().lastSeen(new LastSeen(at, null, null, null)).build();
  }

  private static JsonNode json(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void impossibleNumbersAreKeptAndWarnedOf() {
    Says says =
        SaysCodec.read(
            json(
                """
                {"reporter":{"phone":"+999123456789"},
                 "children":{"%s":{"phones":["+381601234567","+3811111"]}}}
                """
                    .formatted(CHILD)));
    assertThat(SaysRules.check(says, Instant.EPOCH)).isEmpty();
    assertThat(SaysRules.warnings(SaysCodec.write(says)))
        .containsExactlyInAnyOrder(
            new Violation("/reporter/phone", "impossible-number"),
            new Violation("/children/" + CHILD + "/phones/1", "impossible-number"));
  }

  @Test
  void noNameOfAFieldIsTakenForItsValue() {
    FieldAudiences perChild = FieldAudiences.OF_SAYS.field("children").each();
    ObjectNode says = named(FieldAudiences.OF_SAYS);
    says.withObjectProperty("children").set(CHILD, named(perChild));
    assertThat(SaysRules.check(SaysCodec.read(says), Instant.EPOCH)).isEmpty();
    assertThat(SaysRules.warnings(says)).isEmpty();
  }

  /** Every field of the schema stands in both maps that go by its name. */
  private static ObjectNode named(FieldAudiences schema) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    schema
        .fields()
        .forEach(
            (field, audiences) -> {
              if (!Set.of("children", "answers", "audiences").contains(field)) {
                facts.withObjectProperty("answers").put(field, "UNKNOWN");
                var limit = facts.withObjectProperty("audiences").putArray(field);
                audiences.largest().forEach(audience -> limit.add(audience.name()));
              }
            });
    return facts;
  }
}
