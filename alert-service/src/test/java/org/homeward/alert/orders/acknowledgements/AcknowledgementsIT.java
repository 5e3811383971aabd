package org.homeward.alert.orders.acknowledgements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
  private static final String ACTING = "{\"says\": \"ACTING\"}";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final ScriptedWebhook system = ScriptedWebhook.start("127.0.0.1");
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

  private void timePasses() {
    node.clock().advance(Duration.ofMinutes(15));
  }

  private String signature(TrialWebhook webhook, String id, String seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = Base64.getDecoder().decode(webhook.secret().substring("whsec_".length()));
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Answer signed(TrialWebhook webhook, String link, String body, String sent) {
    String id = "msg_" + UUID.randomUUID();
    String seconds = Long.toString(node.clock().instant().getEpochSecond());
    return everybody.post(
        link,
        sent,
        "webhook-id",
        id,
        "webhook-timestamp",
        seconds,
        "webhook-signature",
        signature(webhook, id, seconds, body));
  }

  @Test
  @Proves(11)
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
    Answer page = everybody.get(link());
    assertThat(page.text()).contains("<form method=\"post\">").doesNotContain(Facts.NAME, id);
    assertThat(organisation(id).has("says")).as("a look says nothing").isFalse();

    Answer button = pressed(link());
    assertThat(button.status()).as(button.toString()).isEqualTo(200);
    assertThat(organisation(id).path("says").asString()).isEqualTo("SEEN");
    assertThat(organisation(id).path("way").asString()).isEqualTo("LINK");
    assertThat(organisation(id).path("silent").asBoolean(false)).isTrue();

    Answer acts = signed(webhook, link(), ACTING, ACTING);
    assertThat(acts.status()).as(acts.toString()).isEqualTo(200);
    assertThat(organisation(id).path("says").asString()).isEqualTo("ACTING");
    assertThat(organisation(id).path("silent").asBoolean(true)).isFalse();
    assertThat(silent(id)).isZero();
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
  }

  /** Of the list for tasks; 0 when it is not there. */
  private int silent(String alert) {
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
  @Proves(3)
  void aWordIsTakenFromTheSystemThatWasAskedAndFromNoOther() {
    live();
    String id = started();
    String link = link();
    try (ScriptedWebhook second = ScriptedWebhook.start("127.0.0.1")) {
      TrialWebhook other = TrialWebhook.live(node, second.url(TAKES), volunteers.region, "sr");

      assertThat(signed(other, link, ACTING, ACTING).problem()).isEqualTo("bad-signature");
      assertThat(signed(other, link, ACTING, "{\"says\": \"NOT_OURS\"}").problem())
          .isEqualTo("bad-signature");
      assertThat(everybody.post(link, ACTING).problem()).isEqualTo("bad-signature");
    }
    assertThat(organisation(id).has("says")).isFalse();
  }

  @Test
  void aBadWordIsRefusedWithItsPlace() {
    TrialWebhook webhook = live();
    String id = started();
    String bad = "{\"says\": \"MAYBE\"}";

    assertThat(signed(webhook, link(), bad, bad).json().at("/errors/0/pointer").asString())
        .isEqualTo("/says");
    Answer unknown =
        alerts.operator.command(path(id), "{\"number\": 999999999, \"says\": \"SEEN\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/number");
    String strange = "/api/v1/answers/" + "A".repeat(54);
    assertThat(everybody.get(strange).status()).as("as every link").isEqualTo(200);
    assertThat(pressed(strange).status()).isEqualTo(404);
    assertThat(everybody.get("/api/v1/answers/short").status()).isEqualTo(404);
  }

  @Test
  @Proves({4, 11})
  void whatAnOrganisationSaysOnTheTelephoneIsWrittenDownAndWithTheEndNobodyIsSilent() {
    live();
    String id = started();
    timePasses();
    String number = organisation(id).path("number").asString();
    assertThat(silent(id)).isEqualTo(1);

    Answer heard =
        alerts.operator.command(
            path(id), "{\"number\": %s, \"says\": \"NOT_OURS\"}".formatted(number));
    assertThat(heard.json().path("silent").asInt()).isZero();
    assertThat(heard.json().at("/organisations/0/by").asString()).isEqualTo("person-ana");
  }

  @Test
  @Proves(4)
  void nobodyIsSilentAboutAnAlertThatIsOver() {
    live();
    String id = started();
    timePasses();
    assertThat(silent(id)).isEqualTo(1);

    node.publish(trial.id, List.of(trial.ended().last()));

    alerts.becomes(id, "ENDED");
    assertThat(organisation(id).path("silent").asBoolean(true)).isFalse();
    assertThat(silent(id)).isZero();
  }

  @Test
  @Proves({7, 8})
  void nothingIsLeftOfItWhenTheCaseIsErased() {
    TrialWebhook webhook = live();
    String id = started();
    String link = link();
    signed(webhook, link, ACTING, ACTING);
    var stored = node.documents("answers", Answers.class);
    assertThat(stored.find(id).orElseThrow().state()).isInstanceOf(Answers.Known.class);

    node.publish(trial.id, List.of(trial.erased().last()));

    await()
        .until(
            () ->
                stored.find(id).filter(found -> found.state() instanceof Answers.Gone).isPresent());
    assertThat(signed(webhook, link, ACTING, ACTING).status()).isEqualTo(404);
    assertThat(pressed(link).status()).isEqualTo(404);
    assertThat(stored.find(id).orElseThrow().state()).isInstanceOf(Answers.Gone.class);
  }
}
