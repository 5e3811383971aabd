package org.homeward.intake.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The card of who is on call, and what was tried, over HTTP. */
class OnCallIT {

  private static final String CARD = "/api/v1/on-call";
  private static final String CALLS = "/api/v1/calls";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person nikola = intake.person("nikola", Role.ADMIN);

  private static String entry(String name) {
    return "{\"duty\": \"POLICE\", \"name\": \"%s\", \"phone\": \"192\"}".formatted(name);
  }

  private Answer write(String... entries) {
    return nikola.put(CARD, "{\"entries\": [" + String.join(", ", entries) + "]}", "If-Match: *");
  }

  @Test
  void anAdministratorWritesTheCardAndTheTeamReadsIt() {
    Answer written =
        write(
            """
            {"duty": "SUPERVISOR", "name": "Jelena <b>", "phone": "+381 64 000 000",
             "note": "until 08:00"}""",
            entry("duty officer"));

    assertThat(written.status()).as(written.text()).isEqualTo(200);
    Answer read = ana.get(CARD);
    assertThat(read.json().path("entries")).hasSize(2);
    assertThat(read.json().at("/entries/0/name").asString()).isEqualTo("Jelena <b>");
    assertThat(read.all("ETag")).isEqualTo(written.all("ETag"));
  }

  @Test
  void ofTwoWhoWriteItTheSecondIsTold() {
    List<String> seen = write(entry("first")).all("ETag");
    String kept = ana.get(CARD).json().at("/entries/0/id").asString();
    String stays =
        "{\"id\": \"%s\", \"duty\": \"POLICE\", \"name\": \"renamed\", \"phone\": \"192\"}"
            .formatted(kept);

    Answer second =
        nikola.put(CARD, "{\"entries\": [" + stays + "]}", "If-Match: " + seen.getFirst());
    Answer third =
        nikola.put(CARD, "{\"entries\": [" + stays + "]}", "If-Match: " + seen.getFirst());

    assertThat(second.json().at("/entries/0/id").asString()).isEqualTo(kept);
    assertThat(third.status()).isEqualTo(412);
    assertThat(nikola.put(CARD, "{\"entries\": []}").status()).isEqualTo(428);
  }

  @Test
  @Proves(8)
  void whoeverIsNotOnTheCardAnyMoreIsForgotten() {
    String planted = "Planted-" + UUID.randomUUID();
    write(entry(planted));
    write(entry("duty officer"));

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"on-call-cards", "on-call-card-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }

  @Test
  void aCallSaysWhoOnTheCardWasTriedAndWhetherAnybodyAnswered() {
    write(entry("duty officer"));
    String id = ana.get(CARD).json().at("/entries/0/id").asString();
    String tried =
        "{\"exercise\": false, \"direction\": \"%s\", \"answered\": false, \"onCall\": \"%s\"}";

    Answer logged = ana.post(CALLS, tried.formatted("OUT", id));
    write(entry("somebody else"));

    assertThat(logged.status()).as(logged.text()).isEqualTo(201);
    JsonNode call = ana.get(CALLS + "/" + logged.json().path("call").asString()).json();
    assertThat(call.path("number").asString()).isEqualTo("192");
    assertThat(call.at("/onCall/name").asString()).isEqualTo("duty officer");
    assertThat(call.path("answered").asBoolean()).isFalse();
    assertThat(call.path("loggedBy").asString()).isEqualTo("person-ana");
    assertThat(ana.post(CALLS, tried.formatted("OUT", id)).text()).contains("unknown-entry");
    String now = ana.get(CARD).json().at("/entries/0/id").asString();
    assertThat(ana.post(CALLS, tried.formatted("IN", now)).text()).contains("only-out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                      | required
          {"entries": [{"duty": "FRIEND", "name": "x", "phone": "192"}]}          | unknown-code
          {"entries": [{"duty": "POLICE", "name": "x", "phone": "call me"}]}      | wrong-form
          {"entries": [{"duty": "POLICE", "name": " ", "phone": "192"}]}          | /entries/0/name
          {"entries": [{"duty": "POLICE", "name": "x", "phone": "192", "y": 1}]}  | unknown-field
          """)
  void badInputIsRefusedWithItsPlace(String body, String rule) {
    Answer refused = nikola.put(CARD, body, "If-Match: *");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule).doesNotContain("call me");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AUTHORITY", "POLICE", "PARTNER_DESK"})
  void nobodyElseReadsIt(Role role) {
    assertThat(intake.person("other", role).get(CARD).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "SUPERVISOR", "CONFIDANT", "DPO"})
  void onlyAnAdministratorWritesIt(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.put(CARD, "{\"entries\": []}", "If-Match: *").status()).isEqualTo(403);
  }
}
