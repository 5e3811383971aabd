package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.trial.ScriptedSmsc;
import org.homeward.alert.trial.ScriptedSmsc.Received;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection to a provider, against one that fails in every way that providers do. */
class SmppLinkIT {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TAKES = "+381641230001";
  private static final String TWO_SEGMENTS = "a".repeat(200);

  private final SettableClock clock = SettableClock.at(NOW);
  private final ScriptedSmsc smsc = ScriptedSmsc.start();
  private final TrialSms sms =
      new TrialSms(smsc.address(), 1_000, 4, Duration.ofSeconds(20), clock).bound();

  @AfterEach
  void end() {
    sms.close();
    smsc.close();
  }

  private MailResult send(String to, String text, @Nullable Instant until, Duration patience) {
    return sms.messages()
        .send(
            new ShortMessage("m", new PhoneNumber(to), text, until),
            clock.instant().plus(patience),
            () -> true)
        .result();
  }

  private MailResult send(String text) {
    return send(TAKES, text, null, Duration.ofSeconds(20));
  }

  @Test
  void aLongTextComesInSegmentsOfOneMessage() {
    assertThat(send(TWO_SEGMENTS)).isEqualTo(new MailResult.Accepted(SmsVerdicts.PROVIDER));

    assertThat(smsc.texts(TAKES)).containsExactly(TWO_SEGMENTS);
    assertThat(smsc.receivedBy(TAKES)).hasSize(2).allMatch(Received::head);
    assertThat(smsc.receivedBy(TAKES).getFirst().from()).isEqualTo("116000");
  }

  @Test
  @Proves(4)
  void theProviderTriesNoLongerThanTheAlertLasts() {
    MailResult _ = send(TAKES, "a", NOW.plusSeconds(3 * 3_600 + 62), Duration.ofSeconds(20));
    MailResult _ = send(TAKES, "b", null, Duration.ofSeconds(20));

    assertThat(smsc.receivedBy(TAKES))
        .extracting(Received::validity)
        .containsExactly("000000030102000R", "");
    assertThat(SmppBond.validity(NOW, NOW.plus(Duration.ofDays(2)))).isEqualTo("000002000000000R");
  }

  @Test
  @Proves(4)
  void whatExpiresWhileItWaitsDoesNotLeave() {
    MailResult expired =
        sms.messages()
            .send(
                new ShortMessage("m", new PhoneNumber(TAKES), "a", NOW.plusSeconds(60)),
                NOW.plusSeconds(20),
                () -> {
                  clock.advance(Duration.ofSeconds(59));
                  return true;
                })
            .result();

    assertThat(expired).isEqualTo(SmsVerdicts.notSent("expired"));
    assertThat(send("after")).isInstanceOf(MailResult.Accepted.class);
    assertThat(smsc.texts(TAKES)).containsExactly("after");
  }

  @Test
  @Proves(4)
  void segmentsThatTheProviderStillHoldsAreCancelledByTheirIds() {
    var message = new ShortMessage("m", new PhoneNumber(TAKES), TWO_SEGMENTS, null);
    SmsResult sent = sms.messages().send(message, NOW.plusSeconds(20), () -> true);
    assertThat(sent.ids()).hasSize(2);

    assertThat(cancel(sent).isDone()).isTrue();
    assertThat(smsc.cancelled()).isEqualTo(sent.ids());

    smsc.deliveringAtOnce();
    assertThat(cancel(sent)).isEqualTo(new SmsCancel(false, List.of()));
    assertThat(smsc.cancelled()).hasSize(4);
  }

  private SmsCancel cancel(SmsResult sent) {
    return sms.messages().cancel(new PhoneNumber(TAKES), sent.ids(), NOW.plusSeconds(20));
  }

  @Test
  @Proves(4)
  void whatIsThrottledCanBeAskedAgain() {
    var message = new ShortMessage("m", new PhoneNumber(TAKES), "a", null);
    SmsResult sent = sms.messages().send(message, NOW.plusSeconds(20), () -> true);
    smsc.throttlingCancels(true);

    assertThat(cancel(sent)).isEqualTo(new SmsCancel(true, sent.ids()));

    smsc.throttlingCancels(false);
    assertThat(cancel(sent).isDone()).isTrue();
  }

  @Test
  @Proves(4)
  void anEmptyIdCancelsNothingBecauseItStandsForAllMessagesToANumber() {
    smsc.withoutIds();
    var message = new ShortMessage("m", new PhoneNumber(TAKES), TWO_SEGMENTS, null);
    SmsResult sent = sms.messages().send(message, NOW.plusSeconds(20), () -> true);

    assertThat(sent).isEqualTo(SmsResult.of(new MailResult.Accepted(SmsVerdicts.PROVIDER)));
    assertThat(cancel(new SmsResult(sent.result(), List.of("", " "))).isDone()).isFalse();
    assertThat(smsc.cancelled()).isEmpty();
    assertThat(SmppBond.usable(null)).isNull();
    assertThat(SmppBond.usable("7")).isEqualTo("7");
  }

  @Test
  void aThrottledFirstSegmentIsForLater() {
    smsc.answering(ScriptedSmsc.THROTTLED);

    assertThat(send(TWO_SEGMENTS)).isInstanceOf(MailResult.Later.class);
    assertThat(smsc.receivedBy(TAKES)).hasSize(1);
  }

  @Test
  @Proves(4)
  void aThrottledSecondSegmentIsTriedUntilItIsTaken() {
    smsc.answering(0, ScriptedSmsc.THROTTLED, ScriptedSmsc.THROTTLED);

    assertThat(send(TWO_SEGMENTS)).isInstanceOf(MailResult.Accepted.class);
    assertThat(smsc.receivedBy(TAKES)).hasSize(4);
  }

  @Test
  @Proves(4)
  void oneSegmentThatIsOutCountsAsReceived() {
    smsc.answering(0, 0x0b);

    assertThat(send(TWO_SEGMENTS))
        .isEqualTo(new MailResult.Unknown(SmsVerdicts.PROVIDER, "part-b"));
  }

  @Test
  @Proves({2, 4})
  void aConnectionThatIsCutLeavesAllInItsWindowUnknownAndTheNextOneTakesMessages()
      throws Exception {
    List<Future<MailResult>> sent = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 4; n++) {
        sent.add(
            threads.submit(
                () -> send("+38164123" + ScriptedSmsc.HANGS, "a", null, Duration.ofSeconds(60))));
      }
      await().until(() -> smsc.received().size() == 4);
      smsc.dropConnections();
    }
    for (Future<MailResult> each : sent) {
      assertThat(each.get()).isEqualTo(new MailResult.Unknown(SmsVerdicts.PROVIDER, "closed"));
    }

    assertThat(send("after")).isInstanceOf(MailResult.Accepted.class);
    assertThat(smsc.binds()).isEqualTo(2);
  }

  @Test
  @Proves(4)
  void whatWasStoppedWhileItWaitedDoesNotLeave() {
    MailResult stopped =
        sms.messages()
            .send(
                new ShortMessage("m", new PhoneNumber(TAKES), TWO_SEGMENTS, null),
                clock.instant().plusSeconds(20),
                () -> false)
            .result();

    assertThat(stopped).isEqualTo(SmsVerdicts.notSent("stopped"));
    assertThat(send("after")).isInstanceOf(MailResult.Accepted.class);
    assertThat(smsc.texts(TAKES)).containsExactly("after");
  }

  @Test
  @Proves(4)
  void manyMessagesAtASlowPaceArriveWholeOrNotAtAll() throws Exception {
    try (var slow = new TrialSms(smsc.address(), 5, 4, Duration.ofSeconds(20), clock).bound();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MailResult>> sent = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        var message = new ShortMessage("m" + n, new PhoneNumber(TAKES), TWO_SEGMENTS, null);
        sent.add(
            threads.submit(
                () -> slow.messages().send(message, NOW.plusSeconds(5), () -> true).result()));
      }
      int whole = 0;
      for (Future<MailResult> each : sent) {
        if (each.get() instanceof MailResult.Accepted) {
          whole++;
        } else {
          assertThat(each.get()).isEqualTo(SmsVerdicts.notSent("no-turn"));
        }
      }
      assertThat(whole).isPositive();
      assertThat(smsc.receivedBy(TAKES)).hasSize(2 * whole);
    }
  }

  @Test
  void moreThanTheWindowWaitsAndIsNotSent() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 4; n++) {
        threads.submit(
            () -> send("+38164123" + ScriptedSmsc.HANGS, "a", null, Duration.ofSeconds(60)));
      }
      await().until(() -> smsc.received().size() == 4);

      assertThat(send(TAKES, "a", null, Duration.ofSeconds(3)))
          .isEqualTo(SmsVerdicts.notSent("window"));
      assertThat(smsc.receivedBy(TAKES)).isEmpty();
      smsc.dropConnections();
    }
  }

  @Test
  @Proves(2)
  void receiptsAreCountedAndRepeatNothing() throws Exception {
    MailResult _ = send("a");
    smsc.receipt(smsc.received().getFirst(), "UNDELIV");
    smsc.receipt(smsc.received().getFirst(), "UNDELIV");

    await().until(() -> sms.receipts().equals(List.of("undeliv", "undeliv")));
    MailResult _ = send("marker");
    assertThat(smsc.receivedBy(TAKES)).extracting(Received::text).containsExactly("a", "marker");
  }
}
