package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoliceShareTest {

  private static final JsonNode SAYS =
      Json.mapper()
          .readTree(
              """
              {
                "category": "RUNAWAY",
                "vehicle": {"plate": "NS-1", "country": "RS"},
                "feared": ["CAREGIVER"],
                "notes": {"language": "en", "text": "planted note"},
                "childWords": {"language": "en", "text": "planted words"},
                "reporter": {
                  "relation": "PARENT", "phone": "+381601234567", "agreesToPolice": false,
                  "safeContact": {"language": "en", "text": "planted contact"}
                },
                "answers": {"lastSeen": "UNKNOWN", "shelter": "REFUSED"},
                "audiences": {"vehicle": ["CASE_TEAM"]},
                "children": {
                  "d6c8b734-aa8c-4069-a7be-1bb6c07374ad": {
                    "sex": "MALE",
                    "school": {"language": "en", "text": "planted school"},
                    "audiences": {"school": ["CASE_TEAM", "PARTNER"]}
                  }
                }
              }
              """);

  private final PoliceShare parts = PoliceShare.of(SAYS);

  @Test
  void policeReadWhatSchemaAndReportLetThem() {
    assertThat(parts.sent().at("/category").asString()).isEqualTo("RUNAWAY");
    assertThat(parts.sent().at("/reporter/phone").asString()).isEqualTo("+381601234567");
    assertThat(parts.sent().at("/answers/lastSeen").asString()).isEqualTo("UNKNOWN");
    assertThat(parts.sent().at("/children/d6c8b734-aa8c-4069-a7be-1bb6c07374ad/sex").asString())
        .isEqualTo("MALE");
  }

  @Test
  void whatStaysHereIsNamedAndIsNotAmongWhatIsSent() {
    assertThat(parts.notSent())
        .containsExactlyInAnyOrder(
            "vehicle",
            "feared",
            "notes",
            "childWords",
            "shelter",
            "reporter.agreesToPolice",
            "reporter.safeContact",
            "child.school");
    assertThat(parts.sent().toString())
        .doesNotContain("planted", "NS-1", "agreesToPolice", "feared", "audiences");
  }

  @Test
  void aFieldOfWhichNoPartIsForPoliceIsNotSentAtAll() {
    PoliceShare share =
        PoliceShare.of(Json.mapper().readTree("{\"reporter\": {\"agreesToPolice\": false}}"));

    assertThat(share.sent().has("reporter")).isFalse();
    assertThat(share.notSent()).isNotEmpty();
  }
}
