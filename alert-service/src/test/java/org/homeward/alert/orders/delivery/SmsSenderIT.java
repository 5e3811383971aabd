package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.sms.TrialSms;
import org.homeward.alert.trial.ScriptedSmsc;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Text messages keep the contract of senders. */
class SmsSenderIT extends SenderContract {

  private static final int RATE = 1_000;
  private static final int WINDOW = 10;
  private static final Duration PATIENT = Duration.ofSeconds(5);

  /** Where nothing is answered, waiting longer tells no more. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ScriptedSmsc smsc = ScriptedSmsc.start();
  private @Nullable TrialSms sms;

  @AfterEach
  void end() {
    if (sms != null) {
      sms.close();
    }
    smsc.close();
  }

  @Override
  Sender sender() {
    return new SmsSender(requireNonNull(sms).sendSms());
  }

  @Override
  Destination destination(OtherSide side) {
    if (sms != null) {
      sms.close();
    }
    if (side == OtherSide.IS_AWAY) {
      try (ScriptedSmsc leaving = ScriptedSmsc.start()) {
        sms = new TrialSms(leaving.address(), RATE, WINDOW, SHORT, clock);
      }
    } else {
      Duration deadline = side == OtherSide.HANGS ? SHORT : PATIENT;
      sms = new TrialSms(smsc.address(), RATE, WINDOW, deadline, clock).bound();
    }
    return new Destination(
        1,
        "p1",
        new Address.Phone("p1", "Crveni krst", new PhoneNumber(number(side))),
        "RS",
        List.of(),
        "en",
        false,
        false);
  }

  private static String number(OtherSide side) {
    return "+38164123"
        + switch (side) {
          case TAKES, IS_AWAY -> "0001";
          case REFUSES -> ScriptedSmsc.REFUSES;
          case IS_BUSY -> ScriptedSmsc.BUSY;
          case HANGS -> ScriptedSmsc.HANGS;
          case CLOSES -> ScriptedSmsc.DROPS;
        };
  }

  @Override
  List<String> received(OtherSide side) {
    return smsc.receivedBy(number(side)).stream()
        .map(each -> String.valueOf(each.reference()))
        .toList();
  }

  /** A message has a number of its own, and no room for more. */
  @Override
  String seen(String id) {
    return String.valueOf((short) id.hashCode());
  }

  @Override
  Instant now() {
    return clock.instant();
  }
}
