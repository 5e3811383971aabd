package org.homeward.alert.orders.acknowledgements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.ScriptedWebhook;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialWebhook;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Organisations answer an alert, and whoever does not is listed. */
class AcknowledgementsIT {

  private static final String TAKES = "204";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);

  /** By a name of its own: its host's breaker opens when a test ends before its messages do. */
  private final ScriptedWebhook system = ScriptedWebhook.start("localhost");

  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final Wire everybody = node.anonymous();

  @AfterEach
  void end() {
    system.close();
  }

  private TrialWebhook live() {
    return TrialWebhook.live(node, system.url(TAKES), volunteers.region, "sr");
  }

  private String started() {
    alerts.known(trial.reported(says).released(says));
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.counted(id, "alert", "ACCEPTED", 1);
    return id;
  }

  /** The path that the newest message says. */
  private String link() {
    return URI.create(
            await()
                .until(() -> system.messages(TAKES), all -> !all.isEmpty())
                .getLast()
                .json()
                .at("/data/answer")
                .asString())
        .getPath();
  }

  /** As a browser sends the button. */
  private Answer pressed(String link) {
    return everybody.method("POST", link, "", "Content-Type", "application/x-www-form-urlencoded");
  }

  private static String path(String alert) {
    return TrialAlert.ALERTS + "/" + alert + "/answers";
  }

  private JsonNode organisation(String alert) {
    return alerts.operator.get(path(alert)).json().at("/organisations/0");
  }

  /** A system's word about the alert of a link. */
  private static String acting(String link) {
    return says("ACTING", link);
  }

  private static String says(String word, String link) {
    return "{\"says\": \"%s\", \"answer\": \"%s\"}"
        .formatted(word, link.substring(link.lastIndexOf('/') + 1));
  }

  private void timePasses() {
    node.clock().advance(Duration.ofMinutes(15));
  }

  private String signature(String secretText, String id, String seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = Base64.getDecoder().decode(secretText.substring("whsec_".length()));
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Answer acts(TrialWebhook webhook, String link) {
    return signed(webhook, link, acting(link), acting(link));
  }

  private Answer signed(TrialWebhook webhook, String link, String body, String sent) {
    return signed(webhook.secret(), link, body, sent, Duration.ZERO);
  }

  /**
   * @param ahead of the node's clock
   */
  private Answer signed(String secret, String link, String body, String sent, Duration ahead) {
    String id = "msg_" + UUID.randomUUID();
    String seconds = Long.toString(node.clock().instant().plus(ahead).getEpochSecond());
    return everybody.post(
        link,
        sent,
        "webhook-id",
        id,
        "webhook-timestamp",
        seconds,
        "webhook-signature",
        signature(secret, id, seconds, body));
  }

  @Test
  @Proves({10, 11})
  void whoeverDoesNotAnswerInTimeIsListedAndAButtonEndsNoSilence() {
    TrialWebhook webhook = live();
    String id = started();
    JsonNode asked = organisation(id);
    assertThat(asked.path("name").asString()).isEqualTo("Crveni krst");
    assertThat(asked.path("has").asBoolean(false)).isTrue();
    assertThat(asked.path("silent").asBoolean(true)).isFalse();

    timePasses();

    assertThat(organisation(id).path("silent").asBoolean(false)).isTrue();
    assertThat(silent(id)).isEqualTo(1);
    String reader = "reader-" + UUID.randomUUID();
    assertThat(node.person(reader, "operator").get("/api/v1/answers").text()).contains(id);
    assertThat(node.person("vera", "dpo").get("/api/v1/audit/alert?person=person-" + reader).text())
        .as("the list is a look")
        .contains(trial.id);
    Answer page = everybody.get(link());
    assertThat(page.text()).contains("<form method=\"post\">").doesNotContain(Facts.NAME, id);
    assertThat(organisation(id).has("says")).as("a look says nothing").isFalse();

    Answer button = pressed(link());
    assertThat(button.status()).as(button.toString()).isEqualTo(200);
    assertThat(organisation(id).path("says").asString()).isEqualTo("SEEN");
    assertThat(organisation(id).path("way").asString()).isEqualTo("LINK");
    assertThat(organisation(id).path("silent").asBoolean(false)).isTrue();

    Answer acts = acts(webhook, link());
    assertThat(acts.status()).as(acts.toString()).isEqualTo(200);
    assertThat(organisation(id).path("says").asString()).isEqualTo("ACTING");
    assertThat(organisation(id).path("silent").asBoolean(true)).isFalse();
    assertThat(silent(id)).isZero();
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
  }

  /** Of the list for tasks, once it is counted anew; 0 when it is not there. */
  private int silent(String alert) {
    node.clock().advance(Duration.ofSeconds(10));
    return alerts
        .operator
        .get("/api/v1/answers")
        .json()
        .path("alerts")
        .valueStream()
        .filter(each -> each.path("alert").asString().equals(alert))
        .mapToInt(each -> each.path("silent").asInt())
        .sum();
  }

  @Test
  void aWordIsTakenFromTheSystemThatWasAskedAndFromNoOther() {
    TrialWebhook webhook = live();
    String id = started();
    String link = link();
    try (ScriptedWebhook second = ScriptedWebhook.start("localhost")) {
      TrialWebhook other = TrialWebhook.live(node, second.url(TAKES), volunteers.region, "sr");

      assertThat(acts(other, link).problem()).isEqualTo("bad-signature");
      assertThat(signed(webhook, link, acting(link), says("NOT_OURS", link)).problem())
          .isEqualTo("bad-signature");
      assertThat(everybody.post(link, acting(link)).problem()).isEqualTo("bad-signature");
    }
    assertThat(organisation(id).has("says")).isFalse();
  }

  @Test
  void aWordAboutOneAlertIsTakenForNoOther() {
    TrialWebhook webhook = live();
    started();
    String first = link();
    TrialCase another = TrialCase.real();
    Says known = Facts.says(another.child, Facts.boy(Facts.NAME, 9));
    alerts.known(another.reported(known).released(known));
    String id = alerts.started(alerts.wish(another, volunteers.region));
    alerts.counted(id, "alert", "ACCEPTED", 1);
    String second = await().until(this::link, link -> !link.equals(first));

    Answer replayed = signed(webhook, second, acting(first), acting(first));

    assertThat(replayed.status()).as(replayed.toString()).isEqualTo(403);
    assertThat(replayed.problem()).isEqualTo("bad-signature");
    assertThat(organisation(id).has("says")).isFalse();
    assertThat(acts(webhook, second).status()).isEqualTo(200);
  }

  @Test
  void aSignatureThatIsOldOrOfAnotherTimeOrOfAKeyThatIsOverOpensNothing() {
    TrialWebhook webhook = live();
    String id = started();
    String link = link();
    String word = acting(link);

    for (int minutes : List.of(-6, 6)) {
      Answer late = signed(webhook.secret(), link, word, word, Duration.ofMinutes(minutes));
      assertThat(late.status()).as("%d minutes", minutes).isEqualTo(403);
      assertThat(late.problem()).isEqualTo("bad-signature");
    }
    assertThat(organisation(id).has("says")).isFalse();
    Answer ahead = signed(webhook.secret(), link, word, word, Duration.ofMinutes(4));
    assertThat(ahead.status()).as(ahead.toString()).isEqualTo(200);
    assertThat(Instant.parse(organisation(id).path("at").asString()))
        .isBeforeOrEqualTo(node.clock().instant());

    String fresh = webhook.command(node.admin(), "rotate").json().path("secret").asString();
    assertThat(acts(webhook, link).status()).as("while both sign").isEqualTo(200);
    node.clock().advance(Duration.ofDays(7).plusMinutes(1));
    assertThat(acts(webhook, link).status()).isEqualTo(403);
    assertThat(signed(fresh, link, word, word, Duration.ZERO).status())
        .as("its new key is not over")
        .isNotEqualTo(403);
    webhook.command(node.admin(), "revoke");
    assertThat(signed(fresh, link, word, word, Duration.ZERO).problem()).isEqualTo("bad-signature");
  }

  @Test
  @Proves(11)
  void oneWhoseSystemIsPausedIsListedAndItsSilenceIsCounted() {
    TrialWebhook webhook = live();
    webhook.command(node.admin(), "pause");
    await().until(() -> ((Address.Endpoint) webhook.destination().address()).paused());
    alerts.known(trial.reported(says).released(says));
    String id = alerts.started(alerts.wish(trial, volunteers.region));

    assertThat(organisation(id).path("name").asString()).isEqualTo("Crveni krst");
    assertThat(organisation(id).path("has").asBoolean(true)).isFalse();
    assertThat(organisation(id).path("silent").asBoolean(true)).isFalse();
    timePasses();

    assertThat(organisation(id).path("silent").asBoolean(false)).isTrue();
    assertThat(silent(id)).isEqualTo(1);
    Answer heard = heard(id, "ACTING");
    assertThat(heard.json().path("silent").asInt(-1)).isZero();
  }

  @Test
  void aBadWordIsRefusedWithItsPlace() {
    TrialWebhook webhook = live();
    String id = started();
    String bad = says("MAYBE", link());

    assertThat(signed(webhook, link(), bad, bad).json().at("/errors/0/pointer").asString())
        .isEqualTo("/says");
    String unbound = "{\"says\": \"ACTING\"}";
    assertThat(signed(webhook, link(), unbound, unbound).json().at("/errors/0/pointer").asString())
        .isEqualTo("/answer");
    Answer strangeForm =
        everybody.method(
            "POST", link(), "", "Content-Type", "application/x-www-form-urlencoded", "Accept", "x");
    assertThat(strangeForm.status()).as("it is not looked at").isEqualTo(200);
    Answer unknown =
        alerts.operator.command(path(id), "{\"number\": 999999999, \"says\": \"SEEN\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/number");
    String strange = "/api/v1/answers/" + "A".repeat(54);
    assertThat(everybody.get(strange).status()).as("as every link").isEqualTo(200);
    assertThat(pressed(strange).status()).isEqualTo(404);
    Answer noType =
        everybody.method(
            "POST",
            strange,
            "",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Accept",
            "x");
    assertThat(noType.status()).as(noType.toString()).isEqualTo(400);
    assertThat(everybody.get("/api/v1/answers/short").status()).isEqualTo(404);
  }

  @Test
  @Proves(11)
  void whatAnOrganisationSaysOnTheTelephoneIsWrittenDownAndPutRight() {
    TrialWebhook webhook = live();
    String id = started();
    timePasses();
    assertThat(silent(id)).isEqualTo(1);

    Answer heard = heard(id, "NOT_OURS");
    assertThat(heard.json().path("silent").asInt(-1)).isZero();
    assertThat(heard.json().path("written").asBoolean(false)).isTrue();
    assertThat(heard.json().at("/organisations/0/by").asString()).isEqualTo("person-ana");

    assertThat(heard(id, "NOT_OURS").json().path("written").asBoolean(true)).isFalse();
    Answer right = heard(id, "SEEN");
    assertThat(right.json().path("written").asBoolean(false)).isTrue();
    assertThat(right.json().at("/organisations/0/says").asString()).isEqualTo("SEEN");
    assertThat(acts(webhook, link()).status()).isEqualTo(200);
    Answer kept = heard(id, "SEEN");
    assertThat(kept.json().path("written").asBoolean(true)).isFalse();
    assertThat(kept.json().at("/organisations/0/says").asString()).isEqualTo("ACTING");
  }

  /** A person of the hotline writes down what the first organisation said. */
  private Answer heard(String alert, String word) {
    String number = organisation(alert).path("number").asString();
    return alerts.operator.command(
        path(alert), "{\"number\": %s, \"says\": \"%s\"}".formatted(number, word));
  }

  @Test
  @Proves(4)
  void nobodyIsSilentAboutAnAlertThatIsOver() {
    TrialWebhook webhook = live();
    String id = started();
    String link = link();
    timePasses();
    assertThat(silent(id)).isEqualTo(1);

    node.publish(trial.id, List.of(trial.ended().last()));

    alerts.becomes(id, "ENDED");
    assertThat(organisation(id).path("silent").asBoolean(true)).isFalse();
    assertThat(silent(id)).isZero();
    assertThat(acts(webhook, link).status()).as("its link has ended").isEqualTo(404);
    assertThat(pressed(link).status()).isEqualTo(404);
    assertThat(heard(id, "ACTING").json().path("written").asBoolean(false)).isTrue();
  }

  @Test
  @Proves({7, 8})
  void nothingIsLeftOfItWhenTheCaseIsErased() {
    TrialWebhook webhook = live();
    String id = started();
    String link = link();
    acts(webhook, link);
    var stored = node.documents("answers", Answers.class);
    assertThat(stored.find(id).orElseThrow().state()).isInstanceOf(Answers.Known.class);

    node.publish(trial.id, List.of(trial.erased().last()));

    await()
        .until(
            () ->
                stored.find(id).filter(found -> found.state() instanceof Answers.Gone).isPresent());
    assertThat(acts(webhook, link).status()).isEqualTo(404);
    assertThat(pressed(link).status()).isEqualTo(404);
    assertThat(stored.find(id).orElseThrow().state()).isInstanceOf(Answers.Gone.class);
  }
}
