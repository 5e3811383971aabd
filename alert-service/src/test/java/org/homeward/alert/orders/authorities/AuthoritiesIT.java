package org.homeward.alert.orders.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.command.DerivedIds;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The register of authorities: kept by an administrator, and confirmed by a supervisor. */
class AuthoritiesIT {

  private static final String PATH = "/api/v1/authorities";

  private final TrialNode node = TrialNode.get();
  private final Wire admin = node.admin();
  private final String until = node.clock().instant().plus(Duration.ofDays(100)).toString();
  private final String good =
      """
      {"office": "Odeljenje za nestale", "country": "RS", "callBack": "+381 11 123 4567",
       "powers": ["VOLUNTEER_ALERT"], "persons": ["person-petar", "person-jelena"],
       "until": "%s"}"""
          .formatted(until);

  private Authority stored(String id) {
    return node.documents("authorities", Authority.class).find(id).orElseThrow().state();
  }

  @Test
  void authorityIsEnteredOnceAndReadByWhoReliesOnIt() {
    String key = UUID.randomUUID().toString();
    Answer made = admin.post(PATH, good, "Idempotency-Key", key);
    Answer again = admin.post(PATH, good, "Idempotency-Key", key);

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(made.json());
    assertThat(again.header("Location")).isEqualTo(made.header("Location"));
    String id = made.json().path("id").asString();
    assertThat(made.header("Location")).contains(PATH + "/" + id);
    for (String role : new String[] {"supervisor", "authority", "dpo", "admin"}) {
      Wire reader = node.person("somebody", role);
      JsonNode read = reader.get(PATH + "/" + id).json();
      assertThat(read).isEqualTo(made.json());
      assertThat(reader.get(PATH).json().path("authorities").valueStream()).contains(read);
    }
    assertThat(made.json().path("standing").asString()).isEqualTo("UNCONFIRMED");
    assertThat(admin.post(PATH, good.replace("nestale", "decu"), "Idempotency-Key", key).problem())
        .isEqualTo("key-reused");
    assertThat(admin.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  @Proves(3)
  void authorityHoldsForItsPersonsUntilItsEndOrRevocation() {
    String id = node.confirmed("authorities", admin.command(PATH, good));
    Authority entered = stored(id);
    var now = node.clock().instant();

    assertThat(entered.authorises("person-petar", Power.VOLUNTEER_ALERT, now)).isTrue();
    assertThat(entered.authorises("petar", Power.VOLUNTEER_ALERT, now)).isFalse();
    assertThat(
            entered.authorises(
                "person-petar", Power.VOLUNTEER_ALERT, now.plus(Duration.ofDays(100))))
        .isFalse();

    Answer revoked = admin.command(PATH + "/" + id + "/revoke", "");
    assertThat(revoked.json().path("standing").asString()).isEqualTo("REVOKED");
    assertThat(stored(id).authorises("person-petar", Power.VOLUNTEER_ALERT, now)).isFalse();
    assertThat(admin.command(PATH + "/" + id + "/revoke", "").json()).isEqualTo(revoked.json());
    assertThat(admin.command(PATH + "/" + UUID.randomUUID() + "/revoke", "").status())
        .isEqualTo(404);
  }

  @Test
  @Proves(3)
  void anEntryOrdersNothingBeforeAnotherPersonConfirmsIt() {
    Answer made = admin.command(PATH, good);
    String id = made.json().path("id").asString();
    String etag = made.header("ETag").orElseThrow();
    var now = node.clock().instant();
    assertThat(stored(id).holds(Power.VOLUNTEER_ALERT, now)).isFalse();
    assertThat(stored(id).authorises("person-petar", Power.VOLUNTEER_ALERT, now)).isFalse();

    assertThat(confirmed(id, etag, "nikola", "supervisor").problem())
        .as("who entered it")
        .isEqualTo("another-person-needed");
    assertThat(confirmed(id, etag, "jelena", "supervisor").problem())
        .as("a person of the entry")
        .isEqualTo("another-person-needed");
    assertThat(confirmed(id, etag, "milan", "admin").status()).isEqualTo(403);
    assertThat(confirmed(id, "\"7\"", "milan", "supervisor").status()).isEqualTo(412);
    assertThat(stored(id).holds(Power.VOLUNTEER_ALERT, now)).isFalse();

    Answer holds = confirmed(id, etag, "milan", "supervisor");
    assertThat(holds.json().path("standing").asString()).isEqualTo("VALID");
    assertThat(holds.json().path("confirmedAt").asString()).isNotEmpty();
    assertThat(stored(id).authorises("person-petar", Power.VOLUNTEER_ALERT, now)).isTrue();
    assertThat(confirmed(id, "*", "nikola", "supervisor").json())
        .as("it is confirmed")
        .isEqualTo(holds.json());
    assertThat(confirmed(UUID.randomUUID().toString(), "*", "milan", "supervisor").status())
        .isEqualTo(404);
    assertThat(
            node.person("milan", "supervisor").command(PATH + "/" + id + "/confirm", "").status())
        .as("without If-Match")
        .isEqualTo(428);
  }

  private Answer confirmed(String id, String etag, String login, String... roles) {
    return node.confirmed(PATH + "/" + id, etag, login, roles);
  }

  @Test
  @Proves(3)
  void anEntryThatEndedUnconfirmedIsOver() {
    String id = admin.command(PATH, good).json().path("id").asString();
    admin.command(PATH + "/" + id + "/revoke", "");

    assertThat(confirmed(id, "*", "milan", "supervisor").problem()).isEqualTo("authority-over");
  }

  @Test
  @Proves(3)
  void anEntryOfAnEarlierVersionWaitsForTwoSupervisors() {
    String id = node.confirmed("authorities", admin.command(PATH, good));
    node.bean(MongoDatabase.class)
        .getCollection("authorities")
        .updateOne(
            new Document("_id", id),
            new Document(
                "$unset", new Document("state.registeredBy", "").append("state.confirmed", "")));
    var now = node.clock().instant();
    assertThat(stored(id).holds(Power.VOLUNTEER_ALERT, now)).isFalse();

    new TellOfEarlierAuthorities(node.documents("authorities", Authority.class)).tell();

    assertThat(stored(id).registeredBy()).isEqualTo("alert");
    long told = version(id);
    new TellOfEarlierAuthorities(node.documents("authorities", Authority.class)).tell();
    assertThat(version(id)).isEqualTo(told);
    Answer first = confirmed(id, "*", "milan", "supervisor");
    assertThat(first.json().path("standing").asString()).isEqualTo("UNCONFIRMED");
    assertThat(stored(id).holds(Power.VOLUNTEER_ALERT, now)).isFalse();
    assertThat(confirmed(id, "*", "milan", "supervisor").problem())
        .as("milan may have entered it, as an administrator")
        .isEqualTo("another-person-needed");
    assertThat(confirmed(id, "*", "nikola", "supervisor").json().path("standing").asString())
        .isEqualTo("VALID");
  }

  @Test
  @Proves(3)
  void aNodeThatIsNoDemoAnyMoreRevokesTheOfficeOfTheDemo() {
    var authorities = node.documents("authorities", Authority.class);
    var ids = node.bean(DerivedIds.class);
    // A country of its own: the office of another test stays.
    var demo = new DemoAuthority(authorities, ids, "ZZ", node.clock());
    var now = node.clock().instant();
    demo.revoke(node.bean(RevokeAuthority.class));
    demo.enter(Set.of("person-demo"));
    String id = ids.of("demo-authority", "ZZ", 0);
    assertThat(stored(id).authorises("person-demo", Power.VOLUNTEER_ALERT, now)).isTrue();

    demo.revoke(node.bean(RevokeAuthority.class));
    demo.revoke(node.bean(RevokeAuthority.class));

    assertThat(stored(id).authorises("person-demo", Power.VOLUNTEER_ALERT, now)).isFalse();
  }

  private long version(String id) {
    return node.documents("authorities", Authority.class).find(id).orElseThrow().version();
  }

  @Test
  @Proves(3)
  void whoKeepsTheRegisterDoesNotStandInIt() {
    int before = admin.get(PATH).json().path("authorities").size();

    Answer own = admin.command(PATH, good.replace("person-petar", "person-nikola"));

    assertThat(own.status()).isEqualTo(422);
    assertThat(own.json().at("/errors/0/pointer").asString()).isEqualTo("/persons");
    assertThat(admin.get(PATH).json().path("authorities").size()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operator",
        "supervisor",
        "authority",
        "police",
        "partner-desk",
        "confidant",
        "dpo"
      })
  void onlyAdministratorsWrite(String role) {
    Wire other = node.person("somebody", role);

    assertThat(other.command(PATH, good).status()).isEqualTo(403);
    assertThat(other.command(PATH + "/x/revoke", "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/office | Odeljenje za nestale | `a\\nb`",
        "/office | Odeljenje za nestale | ` `",
        "/country | \"RS\" | \"rs\"",
        "/country | \"RS\" | \"GR\"",
        "/callBack | +381 11 123 4567 | call me",
        "/callBack | +381 11 123 4567 | 1",
        "/callBack | +381 11 123 4567 | +999 123 456 789",
        "/callBack | +381 11 123 4567 | +381 11 123 4567 890 123",
        "/powers/0 | VOLUNTEER_ALERT | EVERYTHING",
        "/powers | \"VOLUNTEER_ALERT\" | ``",
        "/persons/0 | person-petar | `petar petrović`",
        "/persons | \"person-petar\", \"person-jelena\" | ``",
        "/until | UNTIL | 2020-01-01T00:00:00Z",
        "/until | UNTIL | 2099-01-01T00:00:00Z",
        "/until | UNTIL | tomorrow",
        "`` | \"office\" | \"boss\": 1, \"office\""
      })
  void badInputIsRefusedAndNothingStored(String pointer, String good, String bad) {
    int before = admin.get(PATH).json().path("authorities").size();
    String body = this.good.replace(good.equals("UNTIL") ? until : good, bad);

    Answer answer = admin.command(PATH, body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(admin.get(PATH).json().path("authorities").size()).isEqualTo(before);
  }
}
