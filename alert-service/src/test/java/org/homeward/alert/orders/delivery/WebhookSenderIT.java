package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.webhooks.SendToWebhook;
import org.homeward.alert.trial.ScriptedWebhook;
import org.homeward.alert.trial.ScriptedWebhook.Received;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialWebhook;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks keep the contract of senders. */
class WebhookSenderIT extends SenderContract {

  private final TrialNode node = TrialNode.get();
  private final ScriptedWebhook system = ScriptedWebhook.start("localhost");

  @AfterEach
  void end() {
    system.close();
  }

  @Override
  Sender sender() {
    return new WebhookSender(node.bean(SendToWebhook.class));
  }

  @Override
  Destination destination(OtherSide side) {
    if (side != OtherSide.IS_AWAY) {
      return destination(path(side));
    }
    try (ScriptedWebhook leaving = ScriptedWebhook.start("localhost")) {
      return live(leaving.url("204")).destination();
    }
  }

  private Destination destination(String path) {
    return live(system.url(path)).destination();
  }

  private TrialWebhook live(String url) {
    return TrialWebhook.live(node, url, "RS-22", "en");
  }

  private static String path(OtherSide side) {
    return switch (side) {
      case TAKES -> "204";
      case REFUSES -> "404";
      case IS_BUSY -> "503";
      case HANGS -> ScriptedWebhook.HANG;
      case CLOSES -> ScriptedWebhook.DROP;
      case IS_AWAY -> throw new IllegalArgumentException("nothing listens there");
    };
  }

  @Override
  List<String> received(OtherSide side) {
    return system.messages(path(side)).stream().map(each -> each.header("webhook-id")).toList();
  }

  @Override
  String seen(String id) {
    return "msg_" + id.substring(1, id.indexOf('@'));
  }

  @Override
  Instant now() {
    return node.clock().instant();
  }

  private MailResult sent(String path) {
    try (Sender.Session session = sender().session()) {
      return sent(session, destination(path), () -> true);
    }
  }

  private MailResult sent(Sender.Session session, Destination to, BooleanSupplier isStill) {
    return session.send(MessageSamples.issued("<a@rs>"), to, now().plusSeconds(5), isStill);
  }

  @Test
  @Proves(4)
  void whatWasStoppedBeforeItLeavesStaysHereAndSaysNothingOfTheSystem() {
    Destination to = destination("204");
    try (Sender.Session session = sender().session()) {
      assertThat(sent(session, to, () -> false))
          .isInstanceOfSatisfying(
              MailResult.Later.class, later -> assertThat(later.reason()).isEqualTo("stopped"));
      assertThat(system.messages("204")).isEmpty();

      assertThat(sent(session, to, () -> true)).isInstanceOf(MailResult.Accepted.class);
    }
  }

  @Test
  @Proves(2)
  void repetitionsHaveEqualBytes() {
    Destination to = destination("500");
    for (int n = 0; n < 2; n++) {
      try (Sender.Session session = sender().session()) {
        assertThat(sent(session, to, () -> true)).isInstanceOf(MailResult.Unknown.class);
      }
    }
    List<Received> both = system.messages("500");
    assertThat(both).hasSize(2);
    assertThat(both.getFirst().body()).isEqualTo(both.getLast().body());
  }

  @Test
  @Proves(8)
  void messageHasTheApprovedTextAndCodesAndNothingElse() {
    assertThat(sent("204")).isInstanceOf(MailResult.Accepted.class);

    assertThat(new String(system.messages("204").getFirst().body()))
        .isEqualTo(
            """
            {"type":"alert.issued","timestamp":"2026-03-01T12:00:00Z","data":\
            {"reference":"K7QX-2MRD","edition":1,"exercise":false,"language":"en",\
            "title":"Missing child","text":"text","area":{"country":"RS","regions":["RS-01"]},\
            "until":"2026-03-01T15:00:00Z","follows":[]}}""");
  }

  @Test
  void redirectIsARefusalAndIsNotFollowed() {
    assertThat(sent(ScriptedWebhook.REDIRECT)).isEqualTo(new MailResult.Never("http-302"));
    assertThat(system.messages("204/redirected")).isEmpty();
  }

  @Test
  void answerWithoutEndCountsByItsHead() {
    assertThat(sent(ScriptedWebhook.ENDLESS)).isInstanceOf(MailResult.Accepted.class);
  }

  @Test
  void headWithoutEndIsAnUnknownOutcome() {
    assertThat(sent(ScriptedWebhook.ENDLESS_HEAD)).isInstanceOf(MailResult.Unknown.class);
  }

  @Test
  @Proves(4)
  void systemThatIsGoneIsToldNothingMore() {
    TrialWebhook webhook = live(system.url("410"));
    try (Sender.Session session = sender().session()) {
      assertThat(sent(session, webhook.destination(), () -> true))
          .isEqualTo(new MailResult.Never("http-410"));
    }
    assertThat(webhook.read().path("state").asString()).isEqualTo("GONE");
  }
}
