package org.homeward.alert.police.desks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Wire;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Police desks: registered and revoked by an administrator, recognised by their key. */
class DesksIT {

  private static final String DESKS = "/api/v1/desks";
  private static final String FEED = "/api/v1/feeds/police";
  private static final String GOOD =
      """
      {"name": "PS Novi Sad", "jurisdiction": {"country": "RS", "region": "RS-VO"},
       "exercise": false, "validDays": 30}""";

  private final TrialNode node = TrialNode.get();
  private final Wire admin = node.admin();

  @Test
  void deskIsRegisteredAndItsKeyShownOnce() {
    String key = UUID.randomUUID().toString();

    Answer made = admin.post(DESKS, GOOD, "Idempotency-Key", key);
    Answer again = admin.post(DESKS, GOOD, "Idempotency-Key", key);

    assertThat(made.status()).isEqualTo(201);
    String id = made.json().path("id").asString();
    assertThat(made.header("Location")).contains(DESKS + "/" + id);
    assertThat(made.json().path("key").asString()).hasSize(43);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(made.header("Location"));
    assertThat(again.json().has("key")).isFalse();
    assertThat(made.json().path("standing").asString()).isEqualTo("UNCONFIRMED");
    assertThat(Stored.holds(node, "desks", made.json().path("key").asString())).isFalse();
  }

  @Test
  void listShowsDesksWithoutKeysAndHashes() {
    TrialDesk desk = node.newDesk(true);

    Answer list = admin.get(DESKS);

    JsonNode found =
        list.json()
            .path("desks")
            .valueStream()
            .filter(d -> d.path("id").asString().equals(desk.id()))
            .findFirst()
            .orElseThrow();
    assertThat(found.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "jurisdiction",
            "exercise",
            "standing",
            "createdAt",
            "expiresAt",
            "confirmedAt");
    assertThat(found.path("standing").asString()).isEqualTo("VALID");
    assertThat(admin.get(DESKS + "/" + desk.id()).json()).isEqualTo(found);
  }

  @Test
  void revokedKeyIsRefusedFromTheNextRequestOn() {
    TrialDesk desk = node.newDesk(false);
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);

    Answer revoked = admin.command(DESKS + "/" + desk.id() + "/revoke", "");

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().path("standing").asString()).isEqualTo("REVOKED");
    assertThat(desk.wire().get(FEED).status()).isEqualTo(401);
    Answer again = admin.command(DESKS + "/" + desk.id() + "/revoke", "");
    assertThat(again.json()).isEqualTo(revoked.json());
    assertThat(node.confirm(desk.id(), "*", "jelena", "supervisor").problem())
        .isEqualTo("desk-over");
    assertThat(admin.command(DESKS + "/" + UUID.randomUUID() + "/revoke", "").status())
        .isEqualTo(404);
  }

  @Test
  void expiredKeyIsRefused() {
    TrialDesk desk = node.newDesk(false, 1);
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);

    node.clock().advance(Duration.ofDays(1));

    assertThat(desk.wire().get(FEED).status()).isEqualTo(401);
  }

  @Test
  void everyRefusalOfAKeyLooksTheSame() {
    TrialDesk desk = node.newDesk(false);
    TrialDesk revoked = node.newDesk(false);
    admin.command(DESKS + "/" + revoked.id() + "/revoke", "");

    Stream.of(
            node.desk(desk.id(), "wrong"),
            node.desk(desk.id(), ""),
            node.desk(UUID.randomUUID().toString(), desk.key()),
            node.desk("", desk.key()),
            node.anonymous(),
            revoked.wire())
        .map(wire -> wire.get(FEED))
        .forEach(
            answer -> {
              assertThat(answer.status()).isEqualTo(401);
              assertThat(answer.problem()).isEqualTo("unauthenticated");
              assertThat(answer.header("WWW-Authenticate").orElseThrow())
                  .startsWith("Basic realm=");
            });
  }

  @Test
  @Proves(6)
  void deskThatNobodyHasConfirmedReadsNothing() {
    Answer made = node.registered("{\"country\": \"RS\"}", false, 30);
    String id = made.json().path("id").asString();
    Wire desk = node.desk(id, made.json().path("key").asString());
    String etag = made.header("ETag").orElseThrow();
    assertThat(desk.get(FEED).status()).isEqualTo(401);
    assertThat(desk.get("/api/v1/notices/" + UUID.randomUUID()).status()).isEqualTo(401);

    Answer confirmed = node.confirm(id, etag, "jelena", "supervisor");

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.json().path("standing").asString()).isEqualTo("VALID");
    assertThat(desk.get(FEED).status()).isEqualTo(200);
    assertThat(node.confirm(id, etag, "milan", "supervisor").status()).isEqualTo(412);
    assertThat(node.confirm(id, "*", "milan", "supervisor").json()).isEqualTo(confirmed.json());
    assertThat(
            Topic.of(node, "rs.alerts")
                .await(
                    2,
                    event ->
                        id.equals(event.key())
                            && !new String(event.value(), UTF_8)
                                .contains(made.json().path("key").asString())))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @Proves(3)
  void whoeverRegisteredADeskDoesNotConfirmIt() {
    Answer made = admin.command(DESKS, GOOD);
    String id = made.json().path("id").asString();
    String etag = made.header("ETag").orElseThrow();

    assertThat(node.confirm(id, etag, "nikola", "supervisor").problem())
        .isEqualTo("another-person-needed");
    assertThat(node.desk(id, made.json().path("key").asString()).get(FEED).status()).isEqualTo(401);
    assertThat(node.confirm(id, etag, "jelena", "admin").status()).isEqualTo(403);
    assertThat(
            node.person("jelena", "supervisor").command(DESKS + "/" + id + "/confirm", "").status())
        .isEqualTo(428);
    assertThat(node.confirm(UUID.randomUUID().toString(), "*", "jelena", "supervisor").status())
        .isEqualTo(404);
  }

  @Test
  @Proves(3)
  void aRenewedKeyOpensTheFeedOnceAnotherPersonConfirmsItAndTheOldOneHoldsUntilThen() {
    TrialDesk desk = node.newDesk(false, 1);
    String renew = DESKS + "/" + desk.id() + "/renew";
    String wish = "{\"validDays\": 90}";
    String once = UUID.randomUUID().toString();

    Answer renewed = admin.post(renew, wish, "Idempotency-Key", once, "If-Match", "*");
    Answer again = admin.post(renew, wish, "Idempotency-Key", once, "If-Match", "*");

    assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
    Wire key = node.desk(desk.id(), renewed.json().path("key").asString());
    assertThat(again.json().has("key")).isFalse();
    assertThat(admin.command(renew, wish).status()).isEqualTo(428);
    assertThat(key.get(FEED).status()).isEqualTo(401);
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);
    assertThat(node.confirm(desk.id(), "*", "nikola", "supervisor").problem())
        .isEqualTo("another-person-needed");
    assertThat(node.confirm(desk.id(), "*", "jelena", "supervisor").status()).isEqualTo(200);
    assertThat(key.get(FEED).status()).isEqualTo(200);
    assertThat(desk.wire().get(FEED).status()).isEqualTo(401);

    admin.command(DESKS + "/" + desk.id() + "/revoke", "");
    Answer after =
        admin.post(renew, wish, "Idempotency-Key", UUID.randomUUID() + "", "If-Match", "*");
    node.confirm(desk.id(), "*", "jelena", "supervisor");
    assertThat(node.desk(desk.id(), after.json().path("key").asString()).get(FEED).status())
        .isEqualTo(200);
  }

  @Test
  void deskOfAnEarlierVersionStaysConfirmedAndIsTold() {
    TrialDesk desk = node.newDesk(false);
    var stored = node.bean(MongoDatabase.class).getCollection("desks");
    stored.updateOne(
        new Document("_id", desk.id()),
        new Document(
            "$unset", new Document("state.registeredBy", "").append("state.confirmed", "")));
    var desks = node.documents("desks", Desk.class);
    long before = desks.find(desk.id()).orElseThrow().version();
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);

    var earlier = new TellOfEarlierDesks(desks, node.clock());
    earlier.tell();
    earlier.tell();

    assertThat(desks.find(desk.id()).orElseThrow().version()).isEqualTo(before + 1);
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);
    assertThat(
            Topic.of(node, "rs.alerts")
                .await(
                    1,
                    event ->
                        desk.id().equals(event.key())
                            && header(event, "ce_id").endsWith("/" + (before + 1))))
        .isNotEmpty();
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"police", "authority", "confidant", "partner-desk"})
  void othersNeitherSeeNorChangeDesks(String role) {
    Wire other = node.person("somebody", role);

    assertThat(other.get(DESKS).status()).isEqualTo(403);
    assertThat(other.command(DESKS, GOOD).status()).isEqualTo(403);
    assertThat(other.command(DESKS + "/x/confirm", "").status()).isEqualTo(403);
    assertThat(other.command(DESKS + "/x/renew", "{}").status()).isEqualTo(403);
    assertThat(other.command(DESKS + "/x/revoke", "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "supervisor", "dpo"})
  void whoeverChoosesConfirmsOrChecksDesksSeesThem(String role) {
    Wire other = node.person("somebody", role);

    assertThat(other.get(DESKS).status()).isEqualTo(200);
    assertThat(other.command(DESKS, GOOD).status()).isEqualTo(403);
    assertThat(other.command(DESKS + "/x/revoke", "").status()).isEqualTo(403);
  }

  @Test
  void deskKeyOpensNothingElse() {
    TrialDesk desk = node.newDesk(false);

    assertThat(desk.wire().get(DESKS).status()).isEqualTo(401);
    assertThat(node.management(desk).get("/actuator/reader").status()).isEqualTo(401);
    assertThat(admin.get(FEED).status()).isEqualTo(403);
  }

  @Test
  void sameKeyForAnotherWishIsRefused() {
    String key = UUID.randomUUID().toString();
    admin.post(DESKS, GOOD, "Idempotency-Key", key);

    Answer other = admin.post(DESKS, GOOD.replace("30", "31"), "Idempotency-Key", key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | malformed | `` | ``",
        "400 | malformed | `` | `[]`",
        "400 | malformed | `` | `{\"name\": \"a\", \"name\": \"b\"}`",
        "400 | malformed | `` | `{\"name\": \"\\ud800\"}`",
        "400 | malformed | `` | `{} {}`",
        "422 | invalid | /name | `{\"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /name | `{\"name\": \" \", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /name | `{\"name\": 7, \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /name | `{\"name\": \"a\\nb\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /jurisdiction | `{\"name\": \"a\", \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /jurisdiction/country | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"rs\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /jurisdiction | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\", \"city\": \"x\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | desk-abroad | /jurisdiction/country | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"TR\"}, \"exercise\": false, \"validDays\": 1}`",
        "422 | invalid | /exercise | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"validDays\": 1}`",
        "422 | invalid | /exercise | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": \"no\", \"validDays\": 1}`",
        "422 | invalid | /validDays | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 91}`",
        "422 | invalid | /validDays | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 0}`",
        "422 | invalid | /validDays | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1.5}`",
        "422 | invalid | `` | `{\"name\": \"a\", \"jurisdiction\": {\"country\": \"RS\"}, \"exercise\": false, \"validDays\": 1, \"x\": 1}`"
      })
  void badInputIsRefusedAndNothingStored(int status, String problem, String pointer, String body) {
    int before = admin.get(DESKS).json().path("desks").size();

    Answer answer = admin.command(DESKS, body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    if (status == 422) {
      assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
    assertThat(admin.get(DESKS).json().path("desks").size()).isEqualTo(before);
  }

  @Test
  void wrongEnvelopeOfARequestIsRefused() {
    assertThat(admin.post(DESKS, GOOD).problem()).isEqualTo("key-required");
    assertThat(admin.method("POST", DESKS, GOOD, "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(admin.command(DESKS, "x".repeat(300_000)).status()).isEqualTo(413);
    assertThat(node.anonymous().get(DESKS).status()).isEqualTo(401);
    assertThat(admin.get("/api/v1/nothing").status()).isEqualTo(404);
  }
}
