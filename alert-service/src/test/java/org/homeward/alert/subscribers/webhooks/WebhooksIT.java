package org.homeward.alert.subscribers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedWebhook;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialWebhook;
import org.homeward.alert.trial.Wire;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The register of webhooks: two persons and the system itself make one live. */
class WebhooksIT {

  private static final String PATH = TrialWebhook.PATH;

  private final TrialNode node = TrialNode.get();
  private final Wire admin = node.admin();
  private final ScriptedWebhook system = ScriptedWebhook.start("127.0.0.1");

  @AfterEach
  void end() {
    system.close();
  }

  private String wish(String answer) {
    return TrialWebhook.wish(system.url(answer), "RS-22", "sr", true);
  }

  @Test
  @Proves(8)
  void theSecretIsShownOnceAndKeptSealed() {
    String key = UUID.randomUUID().toString();
    Answer made = admin.post(PATH, wish("204"), "Idempotency-Key", key);
    Answer again = admin.post(PATH, wish("204"), "Idempotency-Key", key);

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String secret = made.json().path("secret").asString();
    assertThat(secret).startsWith("whsec_");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().has("secret")).isFalse();
    String id = made.json().path("id").asString();
    assertThat(admin.get(PATH + "/" + id).text()).doesNotContain("whsec_", "privateKey");
    Document stored =
        node.bean(MongoDatabase.class)
            .getCollection("webhooks")
            .find(new Document("_id", id))
            .first();
    assertThat(String.valueOf(stored)).doesNotContain(secret.substring("whsec_".length()));
    assertThat(admin.post(PATH, wish("404"), "Idempotency-Key", key).problem())
        .isEqualTo("key-reused");
  }

  @Test
  @Proves(3)
  void nothingGoesThereBeforeAnotherPersonConfirmsIt() {
    Answer made = admin.command(PATH, wish("204"));
    String id = made.json().path("id").asString();
    String etag = made.header("ETag").orElseThrow();

    assertThat(made.json().path("state").asString()).isEqualTo("UNCONFIRMED");
    assertThat(node.confirmed(PATH + "/" + id, etag, "nikola", "supervisor").problem())
        .isEqualTo("another-person-needed");
    assertThat(node.confirmed(PATH + "/" + id, etag, "milan", "admin").status()).isEqualTo(403);
    assertThat(node.confirmed(PATH + "/" + id, "\"7\"", "milan", "supervisor").status())
        .isEqualTo(412);
    assertThat(system.challenges()).isEmpty();

    assertThat(node.confirmed(PATH + "/" + id, etag, "milan", "supervisor").status())
        .isEqualTo(200);
    var webhook = new TrialWebhook(node, id, "");
    assertThat(webhook.becomes("LIVE").path("liveAt").asString()).isNotEmpty();
    assertThat(webhook.destination().endsOnly()).isFalse();
    assertThat(system.challenges()).hasSize(1);
    assertThat(system.challenges().getFirst().header("webhook-signature")).startsWith("v1,");
  }

  @Test
  @Proves(3)
  void aSystemThatDoesNotRepeatTheWordIsNeverLive() {
    TrialWebhook webhook = TrialWebhook.confirmed(node, wish(ScriptedWebhook.DEAF));

    JsonNode failed = await().until(webhook::read, now -> now.path("tries").asInt() == 1);
    assertThat(failed.path("state").asString()).isEqualTo("UNPROVEN");
    assertThat(failed.path("lastFailure").asString()).isEqualTo("not-repeated");

    node.clock().advance(Duration.ofSeconds(30));
    await().until(webhook::read, now -> now.path("tries").asInt() == 2);
    assertThat(webhook.command(admin, "challenge").status()).isEqualTo(200);
    await().until(() -> system.challenges().size() == 3);
  }

  @Test
  void twoKeysSignUntilTheOlderHasEnded() {
    TrialWebhook webhook = TrialWebhook.live(node, system.url("204"), "RS-22", "sr");
    JsonNode rotated = webhook.command(admin, "rotate").json();

    assertThat(rotated.path("secret").asString()).startsWith("whsec_");
    assertThat(rotated.path("secret").asString()).isNotEqualTo(webhook.secret());
    assertThat(rotated.path("keys")).hasSize(2);
    assertThat(rotated.at("/keys/0").has("until")).isFalse();
    assertThat(rotated.at("/keys/1/until").asString()).isNotEmpty();
    JsonNode third = webhook.command(admin, "rotate").json();
    assertThat(third.path("keys")).hasSize(2);
    assertThat(third.at("/keys/1/id")).isEqualTo(rotated.at("/keys/0/id"));
    assertThat(webhook.command(node.person("milan", "supervisor"), "rotate").status())
        .isEqualTo(403);
  }

  @Test
  @Proves(4)
  void onePersonRevokesItAtOnceAndItStaysRevoked() {
    TrialWebhook webhook = TrialWebhook.live(node, system.url("204"), "RS-22", "sr");

    assertThat(webhook.command(node.person("milan", "supervisor"), "revoke").status())
        .isEqualTo(200);

    assertThat(webhook.read().path("state").asString()).isEqualTo("REVOKED");
    assertThat(webhook.destination().endsOnly()).isTrue();
    assertThat(webhook.command(admin, "revoke").status()).isEqualTo(200);
    assertThat(webhook.command(admin, "rotate").problem()).isEqualTo("webhook-over");
    assertThat(webhook.command(admin, "challenge").problem()).isEqualTo("webhook-over");
    assertThat(node.confirmed(PATH + "/" + webhook.id(), "*", "jelena", "supervisor").problem())
        .isEqualTo("webhook-over");
  }

  private static boolean isPaused(TrialWebhook webhook) {
    return ((Address.Endpoint) webhook.destination().address()).paused();
  }

  @Test
  @Proves(4)
  void administratorPausesItAndResumesIt() {
    TrialWebhook webhook = TrialWebhook.live(node, system.url("204"), "RS-22", "sr");
    assertThat(webhook.command(node.person("milan", "supervisor"), "pause").status())
        .isEqualTo(403);

    assertThat(webhook.command(admin, "pause").json().path("pausedAt").asString()).isNotEmpty();

    assertThat(webhook.command(admin, "pause").status()).as("it stays so").isEqualTo(200);
    assertThat(webhook.read().path("state").asString()).isEqualTo("LIVE");
    assertThat(isPaused(webhook)).isTrue();
    assertThat(webhook.destination().endsOnly()).as("it is meant all the same").isFalse();
    assertThat(webhook.command(admin, "rotate").json().has("pausedAt")).isTrue();
    assertThat(webhook.command(admin, "resume").json().has("pausedAt")).isFalse();
    assertThat(isPaused(webhook)).isFalse();
    webhook.command(admin, "revoke");
    assertThat(webhook.command(admin, "pause").problem()).isEqualTo("webhook-over");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"url\": \"http', '\"url\": \"ftp', /url,      not-https",
    "127.0.0.1:,        10.0.0.1:,        /url,      not-https",
    "'\"RS-22\"',       '\"GR-A\"',       /regions/0, of-another-country",
    "'\"sr\"',          '\"xx\"',         /language, unknown-language",
    "VOLUNTEER,         POLICE,           /audience, unknown-code",
    "'\"name\"',        '\"nom\"',        '',        unknown-field"
  })
  void whatIsWrongIsNamed(String good, String bad, String pointer, String rule) {
    Answer refused = admin.command(PATH, wish("204").replace(good, bad));

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.json().path("errors").valueStream())
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isEqualTo(pointer);
              assertThat(error.path("rule").asString()).isEqualTo(rule);
            });
  }

  @Test
  void thoseReadItWhoAnswerForIt() {
    String id = admin.command(PATH, wish("204")).json().path("id").asString();

    for (String role : new String[] {"supervisor", "dpo", "admin"}) {
      assertThat(node.person("somebody", role).get(PATH + "/" + id).status()).isEqualTo(200);
      assertThat(node.person("somebody", role).get(PATH).text()).contains(id);
    }
    for (String role : new String[] {"operator", "authority", "police"}) {
      assertThat(node.person("somebody", role).get(PATH + "/" + id).status()).isEqualTo(403);
    }
    assertThat(admin.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }
}
