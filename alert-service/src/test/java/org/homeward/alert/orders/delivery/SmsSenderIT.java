package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.sms.TrialSms;
import org.homeward.alert.trial.ScriptedSmsc;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Text messages keep the contract of senders. */
class SmsSenderIT extends SenderContract {

  private static final int RATE = 1_000;
  private static final int WINDOW = 10;
  private static final int NO_CREDIT = 0x45;
  private static final int NOT_A_NUMBER = 0x0b;
  private static final Duration PATIENT = Duration.ofSeconds(5);

  /** Where nothing is answered, waiting longer tells no more. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ScriptedSmsc smsc = ScriptedSmsc.start();
  private final ScriptedSmsc second = ScriptedSmsc.start();
  private @Nullable TrialSms sms;

  @AfterEach
  void end() {
    if (sms != null) {
      sms.close();
    }
    smsc.close();
    second.close();
  }

  private final Destination phone = phone(OtherSide.TAKES);
  private final Delivery first = Delivery.first(1, "en").by(Channel.SMS);

  private Delivery sent(Sender.Session session, Delivery intended) {
    Message message = intended.end() ? MessageSamples.ended("<m>") : MessageSamples.issued("<m>");
    return new Attempt(sender(), phone, message, null, intended)
        .carry(session, now().plus(PATIENT), () -> true, clock::instant);
  }

  @Test
  @Proves(4)
  void aStopTakesBackWhatTheProviderStillHoldsAndTheLiftSendsItAnew() {
    Destination _ = destination(OtherSide.TAKES);
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    assertThat(sender().takesBack(accepted)).isTrue();

    Delivery back =
        Attempt.takingBack(sender(), phone, accepted)
            .carry(session, now().plus(PATIENT), () -> true, clock::instant);

    assertThat(smsc.cancelled()).hasSize(1);
    assertThat(back.state()).isEqualTo(Delivery.State.LATER);
    assertThat(sender().takesBack(back)).isFalse();
    assertThat(DeliverySteps.edition(back, 1, "en", now())).isInstanceOf(DeliveryStep.Send.class);
    assertThat(DeliverySteps.end(back, now())).isInstanceOf(DeliveryStep.Send.class);
  }

  @Test
  @Proves(4)
  void whatWasDeliveredIsNotSentAnew() {
    Destination _ = destination(OtherSide.TAKES);
    smsc.deliveringAtOnce();
    Delivery accepted = sent(sender().session(), first);

    Delivery asked =
        Attempt.takingBack(sender(), phone, accepted)
            .carry(sender().session(), now().plus(PATIENT), () -> true, clock::instant);

    assertThat(smsc.cancelled()).hasSize(1);
    assertThat(asked.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(sender().takesBack(asked)).isFalse();
  }

  @Test
  @Proves({2, 4})
  void theEndGoesThroughEveryProviderThatMayHaveTheWordsAfterThoseAreCancelled() {
    two();
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    Delivery both = accepted.with(Way.added(accepted.ways(), Way.of("sms-2")));

    Delivery ended = sent(session, both.intendedEnd());

    assertThat(smsc.cancelled()).hasSize(1);
    assertThat(smsc.received()).as("words, end").hasSize(2);
    assertThat(second.received()).as("end").hasSize(1);
    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(ended.ways()).allMatch(Way::isSettled);
  }

  @Test
  @Proves(4)
  void anEndThatOneOfTwoRefusesIsTriedThroughThatOneAlone() {
    two();
    Sender.Session session = sender().session();
    Delivery both = first.with(List.of(Way.of("sms"), Way.of("sms-2")));
    smsc.answering(ScriptedSmsc.THROTTLED);

    Delivery later = sent(session, both.intendedEnd());
    Delivery ended = sent(session, later.again());

    assertThat(later.state()).isEqualTo(Delivery.State.LATER);
    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(smsc.received()).hasSize(2);
    assertThat(second.received()).hasSize(1);
  }

  @Test
  @Proves(4)
  void anEndThatTheProviderOfTheWordsRefusesGoesThroughAnotherOneToo() {
    two();
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    smsc.answering(NO_CREDIT);

    Delivery later = sent(session, accepted.intendedEnd());

    assertThat(later.state()).as("the first may have the words").isEqualTo(Delivery.State.LATER);
    assertThat(second.received()).hasSize(1);
    Delivery ended = sent(session, later.again());
    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(smsc.received()).as("words, refused, end").hasSize(3);
    assertThat(second.received()).as("not again").hasSize(1);
  }

  @Test
  @Proves(4)
  void anEndThatIsRefusedForGoodGoesThroughAnotherOne() {
    two();
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    smsc.answering(NOT_A_NUMBER);

    Delivery ended = sent(session, accepted.intendedEnd());

    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(second.received()).hasSize(1);
  }

  @Test
  @Proves(4)
  void anEndThatIsNotAnsweredGoesThroughAnotherOneAndOnceMoreThroughTheFirst() {
    sms =
        new TrialSms(List.of(smsc.address(), second.address()), RATE, WINDOW, SHORT, clock).bound();
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    smsc.answering(ScriptedSmsc.SILENCE, ScriptedSmsc.SILENCE);

    Delivery once = sent(session, accepted.intendedEnd());
    Delivery twice = sent(session, once.again());

    assertThat(once.state()).isEqualTo(Delivery.State.UNKNOWN);
    assertThat(twice.state()).as("another one has it").isEqualTo(Delivery.State.ACCEPTED);
    assertThat(smsc.received()).as("words, end, end").hasSize(3);
    assertThat(second.received()).hasSize(1);
  }

  @Test
  @Proves(4)
  void anEndThatIsRefusedForGoodWaitsForAnotherOneThatIsAway() {
    two();
    Sender.Session session = sender().session();
    Delivery accepted = sent(session, first);
    second.close();
    await().until(() -> !requireNonNull(sms).sendSms().permits("sms-2"));
    smsc.answering(NOT_A_NUMBER);

    Delivery later = sent(session, accepted.intendedEnd());

    assertThat(later.state()).isEqualTo(Delivery.State.LATER);
  }

  @Test
  @Proves(4)
  void whatHasNoIdIsNotCancelled() {
    Destination _ = destination(OtherSide.TAKES);
    smsc.withoutIds();
    Delivery accepted = sent(sender().session(), first);

    assertThat(accepted.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(accepted.isHeld()).isFalse();
    Delivery ended = sent(sender().session(), accepted.intendedEnd());
    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(smsc.cancelled()).isEmpty();
  }

  @Test
  @Proves({2, 4})
  void theNewestEditionIsSentAnewWhateverBecameOfTheOneBeforeIt() {
    Destination _ = destination(OtherSide.TAKES);
    Sender.Session session = sender().session();
    Delivery both = sent(session, sent(session, first).intended(2, "en"));
    smsc.holdingOnly("2");

    Delivery back =
        Attempt.takingBack(sender(), phone, both)
            .carry(session, now().plus(PATIENT), () -> true, clock::instant);

    assertThat(smsc.cancelled()).containsExactlyInAnyOrder("1", "2");
    assertThat(back.state()).isEqualTo(Delivery.State.LATER);
    assertThat(sender().takesBack(back)).isFalse();
  }

  @Test
  @Proves(4)
  void wordsOfAnEarlierReleaseMayBeWithAnyProvider() {
    two();
    Delivery update = first.with(List.of()).became(Delivery.State.ACCEPTED, null, null, "sms");

    Delivery updated = sent(sender().session(), update.intended(2, "en"));

    assertThat(updated.ways()).contains(Way.ANY);
  }

  @Test
  @Proves(4)
  void theEndGoesThroughAllProvidersWhenNobodyKnowsWhichOneHadTheWords() {
    two();

    Delivery ended = sent(sender().session(), first.lost().intendedEnd());

    assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(smsc.received()).hasSize(1);
    assertThat(second.received()).hasSize(1);
  }

  private void two() {
    sms =
        new TrialSms(List.of(smsc.address(), second.address()), RATE, WINDOW, PATIENT, clock)
            .bound();
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
      sms = new TrialSms(addressOfNobody(), RATE, WINDOW, SHORT, clock);
    } else {
      Duration deadline = side == OtherSide.HANGS ? SHORT : PATIENT;
      sms = new TrialSms(smsc.address(), RATE, WINDOW, deadline, clock).bound();
    }
    return phone(side);
  }

  private static Destination phone(OtherSide side) {
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

  private static String addressOfNobody() {
    try (ScriptedSmsc leaving = ScriptedSmsc.start()) {
      return leaving.address();
    }
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
