package org.homeward.alert.orders.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.mail.TrialMailer;
import org.homeward.alert.trial.ScriptedSmtp;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;

/** Mail keeps the contract of senders. */
class MailSenderIT extends SenderContract {

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ScriptedSmtp smtp = ScriptedSmtp.start();
  private Mailer mailer = TrialMailer.to(smtp.address(), clock);

  @AfterEach
  void end() {
    mailer.close();
    smtp.close();
  }

  @Override
  Sender sender() {
    return new MailSender(mailer, Breakers.NONE);
  }

  @Override
  Destination destination(OtherSide side) {
    if (side == OtherSide.IS_AWAY) {
      mailer.close();
      try (ScriptedSmtp leaving = ScriptedSmtp.start()) {
        mailer = TrialMailer.to(leaving.address(), clock);
      }
    }
    return new Destination(
        1,
        "s1",
        new Address.Mailbox(
            email(side), URI.create("http://127.0.0.1:8080/api/v1/subscriptions/leave/1")),
        "RS",
        List.of(),
        "en",
        false,
        false);
  }

  private static String email(OtherSide side) {
    return switch (side) {
          case REFUSES -> "refuse-ana";
          case IS_BUSY -> "later-ana";
          case HANGS -> "hang-ana";
          case CLOSES -> "drop-ana";
          case TAKES, IS_AWAY -> "ana";
        }
        + "@example.org";
  }

  @Override
  List<String> received(OtherSide side) {
    return smtp.receivedBy(email(side)).stream().map(ScriptedSmtp.Received::messageId).toList();
  }

  @Override
  String seen(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  @Override
  Instant now() {
    return clock.instant();
  }
}
