package org.homeward.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.JsonNode;

/** The directory over HTTP: the team reads it, supervisors keep it, an address is sealed. */
class ProvidersIT {

  private static final String PROVIDERS = "/api/v1/providers";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person vera = intake.vera();
  private final Person kata = intake.person("kata", Role.CONFIDANT);

  private static String body(String name, String service, String more) {
    return """
        {"name": "%s", "services": ["%s"], "phone": "+381112345678", "hours": "9–17",
         "languages": ["sr", "rom"], "fromAge": 10, "toAge": 17, "places": 4%s}"""
        .formatted(name, service, more);
  }

  private String added(String name, String service, String address) {
    Answer answer =
        jelena.post(PROVIDERS, body(name, service, ", \"address\": \"" + address + "\""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return PROVIDERS + "/" + answer.json().path("provider").asString();
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static String id(String provider) {
    return provider.substring(PROVIDERS.length() + 1);
  }

  @Test
  void theTeamFindsWhoHelpsAndSupervisorsKeepTheList() {
    String name = "Lawyers " + UUID.randomUUID();
    String lawyers = added(name, "LEGAL_ADVICE", "Main street 1");

    assertThat(ok(ana.get(PROVIDERS + "?service=LEGAL_ADVICE&language=rom")).text())
        .contains(name, "Main street 1");
    assertThat(ok(ana.get(PROVIDERS + "?service=TRANSPORT")).text()).doesNotContain(name);
    assertThat(ok(ana.get(PROVIDERS + "?language=el")).text()).doesNotContain(name);
    assertThat(ana.get(PROVIDERS + "?service=NOTHING").status()).isEqualTo(422);
    JsonNode read = ok(ana.get(lawyers)).json();
    assertThat(read.path("places").asInt(0)).isEqualTo(4);
    assertThat(read.path("sealed").asBoolean(true)).isFalse();
    assertThat(read.path("unchecked").asBoolean(true)).isFalse();
    assertThat(vera.get(PROVIDERS).status()).isEqualTo(403);
    assertThat(ana.post(PROVIDERS, body("x", "TRANSPORT", "")).status()).isEqualTo(403);
    assertThat(ana.post(lawyers + "/checked", "{}", "If-Match: *").status()).isEqualTo(403);
    assertThat(ana.get(PROVIDERS + "/" + UUID.randomUUID()).status()).isEqualTo(404);

    ok(jelena.post(lawyers + "/checked", "{}", "If-Match: \"1\""));
    assertThat(jelena.post(lawyers + "/checked", "{}", "If-Match: \"1\"").status()).isEqualTo(412);
    assertThat(jelena.post(lawyers + "/checked", "{}").status()).isEqualTo(428);
    ok(jelena.post(lawyers, body(name, "DOCUMENTS", ", \"address\": null"), "If-Match: *"));
    assertThat(ok(ana.get(lawyers)).json().has("address")).isFalse();
  }

  @Test
  @Proves({6, 8, 10})
  void anAddressOfAShelterIsForThoseAloneWhoBringSomebodyThereAndEachLookIsRecorded() {
    String secret = "Hidden road " + UUID.randomUUID();
    String shelter = added("House " + UUID.randomUUID(), "ACCOMMODATION", secret);

    for (Person each : List.of(ana, jelena, kata)) {
      Answer read = ok(each.get(shelter));
      assertThat(read.text()).doesNotContain(secret);
      assertThat(read.json().path("sealed").asBoolean(false)).isTrue();
      assertThat(ok(each.get(PROVIDERS)).text()).contains(id(shelter)).doesNotContain(secret);
    }
    assertThat(ana.get(shelter + "/address").status()).isEqualTo(403);
    assertThat(ok(kata.get(shelter + "/address")).json().path("address").asString())
        .isEqualTo(secret);
    assertThat(vera.get("/api/v1/audit/intake?case=" + id(shelter)).text()).contains("person-kata");

    ok(jelena.post(shelter, body("House", "DAY_CENTRE", ""), "If-Match: *"));
    assertThat(ok(ana.get(shelter)).text()).as("it was one").doesNotContain(secret);
    assertThat(ok(jelena.get(shelter + "/address")).text()).contains(secret);
    for (var each : intake.all("rs.cases")) {
      assertThat(new String(each.value(), StandardCharsets.UTF_8)).doesNotContain(secret);
    }
  }

  @Test
  @Proves(8)
  void nothingIsLeftOfOneThatIsTakenOutNorOfAnAddressThatPeopleHaveLeft() {
    String old = "Old road " + UUID.randomUUID();
    String shelter = added("House", "ACCOMMODATION", old);

    ok(
        jelena.post(
            shelter, body("House", "ACCOMMODATION", ", \"address\": \"New road\""), "If-Match: *"));
    await().untilAsserted(() -> assertNothingOf(old));
    assertThat(ok(kata.get(shelter + "/address")).text()).contains("New road");

    String planted = "Planted" + UUID.randomUUID();
    String other = added(planted, "TRANSPORT", planted);
    assertThat(
            ok(jelena.post(other + "/out", "{}", "If-Match: *"))
                .json()
                .path("takenOut")
                .asBoolean(false))
        .isTrue();
    assertThat(ana.get(other).status()).isEqualTo(404);
    assertThat(jelena.post(other + "/checked", "{}", "If-Match: *").status()).isEqualTo(404);
    await().untilAsserted(() -> assertNothingOf(planted));
  }

  private void assertNothingOf(String planted) {
    for (String collection : List.of("providers", "provider-history", "providers-history")) {
      for (Document each : intake.bean(MongoDatabase.class).getCollection(collection).find()) {
        assertThat(each.toJson()).doesNotContain(planted);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "x", "phone": "+381112345678"} | /services
          {"name": "x", "services": [], "phone": "+381112345678"} | /services
          {"name": "x", "services": ["MAGIC"], "phone": "+381112345678"} | /services/0
          {"name": "x", "services": ["OTHER"], "phone": "+381112345678"} | /services/0
          {"name": "x", "services": ["TRANSPORT"], "phone": "011"} | /phone
          {"name": "x", "services": ["TRANSPORT"]} | /phone
          {"services": ["TRANSPORT"], "phone": "+381112345678"} | /name
          {"name": "x", "services": ["TRANSPORT"], "phone": "+381112345678", "languages": ["Serbian"]} | /languages/0
          {"name": "x", "services": ["TRANSPORT"], "phone": "+381112345678", "fromAge": 18, "toAge": 4} | /toAge
          {"name": "x", "services": ["TRANSPORT"], "phone": "+381112345678", "places": -1} | /places
          {"name": "x", "services": ["TRANSPORT"], "phone": "+381112345678", "residents": 3} | ''
          """)
  void whatCannotBeIsRefusedWhereItStands(String body, String pointer) {
    Answer refused = jelena.post(PROVIDERS, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains("\"" + pointer + "\"");
  }

  @Test
  @Proves(2)
  void aRepeatedRequestAddsOne() {
    String key = UUID.randomUUID().toString();
    String body = body("Once " + key, "TRANSPORT", "");
    Answer first = jelena.repeat(PROVIDERS, body, key);
    assertThat(jelena.repeat(PROVIDERS, body, key).json()).isEqualTo(first.json());
    assertThat(jelena.repeat(PROVIDERS, body.replace("TRANSPORT", "MEDICAL"), key).status())
        .isEqualTo(422);
  }
}
