package org.homeward.intake.holds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Police are told of a report by telephone. */
class ToldByPhoneIT {

  private static final String OFFICER = "planted Officer Petrović 4711";
  private static final String CALL =
      """
      {"officer": "%s", "at": "2026-03-01T02:40:00Z"%s}""";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final JsonNode opened =
      ana.post(
              "/api/v1/reports",
              """
              {"exercise": false, "channel": "PHONE", "newChildren": [{"sex": "MALE"}]}""")
          .json();
  private final String path = "/api/v1/cases/" + opened.path("case").asString();

  private Answer told(String body) {
    String tag = ana.get(path).all("ETag").getFirst();
    return ana.post(
        path + "/reports/" + opened.path("report").asString() + "/release",
        body,
        "If-Match: " + tag);
  }

  private JsonNode release() {
    return ana.get(path).json().at("/reports/0/policeRelease");
  }

  private List<String> events() {
    return intake.all("rs.cases").stream()
        .filter(event -> event.key().equals(opened.path("case").asString()))
        .map(event -> new String(event.value(), UTF_8))
        .toList();
  }

  @Test
  @Proves(8)
  void theTeamReadsWhoTookTheCallAndTheTopicOnlyThatItWas() {
    assertThat(told(CALL.formatted(OFFICER, ", \"ref\": \"K 17\"")).status()).isEqualTo(200);

    assertThat(release().path("status").asString()).isEqualTo("BY_PHONE");
    assertThat(release().path("officer").asString()).isEqualTo(OFFICER);
    assertThat(release().path("at").asString()).isEqualTo("2026-03-01T02:40:00Z");
    await().untilAsserted(() -> assertThat(events()).anyMatch(e -> e.contains("BY_PHONE")));
    assertThat(events()).noneMatch(event -> event.contains("planted"));
    assertThat(events()).anyMatch(event -> event.contains("K 17"));
  }

  @Test
  void aDeskThatGivesNoReferenceIsRecordedWithout() {
    assertThat(told(CALL.formatted(OFFICER, "")).status()).isEqualTo(200);

    assertThat(release().path("ref").asString()).isEqualTo("none");
    assertThat(told("{\"officer\": \"" + OFFICER + "\"}").status()).as("again").isEqualTo(200);
    assertThat(release().path("at").asString()).isEqualTo("2026-03-01T02:40:00Z");
    assertThat(told("{\"officer\": \"another\"}").status()).as("final").isEqualTo(409);
    assertThat(told("{\"basis\": \"LEGAL_DUTY\"}").status()).as("the list too").isEqualTo(200);
  }

  @Test
  void aCallThatWasNotYetIsRefused() {
    Answer refused = told("{\"officer\": \"x\", \"at\": \"2999-01-01T00:00:00Z\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("/at", "in-future");
    assertThat(release().path("status").asString()).isEqualTo("HELD");
  }
}
