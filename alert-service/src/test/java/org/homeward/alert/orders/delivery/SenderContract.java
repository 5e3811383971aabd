package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The behaviour that delivery relies on, on every channel, against a real other side. */
abstract class SenderContract {

  /** Long enough for a message to arrive on a slow machine. */
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  /** How the other side behaves once it has the whole message, or before. */
  enum OtherSide {
    TAKES,
    REFUSES,
    IS_BUSY,
    HANGS,
    CLOSES,
    /** Nothing listens there. */
    IS_AWAY
  }

  abstract Sender sender();

  abstract Destination destination(OtherSide side);

  /** The ids of all that came whole, in order, whatever was answered. */
  abstract List<String> received(OtherSide side);

  /** As the other side sees the id of a message. */
  abstract String seen(String id);

  abstract Instant now();

  private final String id = "<" + UUID.randomUUID() + "@rs.homeward.invalid>";

  private MailResult send(OtherSide side) {
    Destination to = destination(side);
    assertThat(sender().serves(to)).isTrue();
    try (Sender.Session session = sender().session()) {
      return session.send(MessageSamples.issued(id), to, now().plus(ENOUGH), () -> true);
    }
  }

  @Test
  void whatWasTakenIsAcceptedAndHasItsId() {
    assertThat(send(OtherSide.TAKES)).isInstanceOf(MailResult.Accepted.class);
    assertThat(received(OtherSide.TAKES)).containsExactly(seen(id));
  }

  @Test
  void severalMessagesOfABatchGoOneAfterTheOther() {
    Destination to = destination(OtherSide.TAKES);
    try (Sender.Session session = sender().session()) {
      for (int n = 0; n < 3; n++) {
        assertThat(session.send(MessageSamples.issued(id), to, now().plus(ENOUGH), () -> true))
            .isInstanceOf(MailResult.Accepted.class);
      }
    }
    assertThat(received(OtherSide.TAKES)).containsExactly(seen(id), seen(id), seen(id));
  }

  @Test
  @Proves(2)
  void whatWasRefusedForGoodIsNeverSentAgain() {
    assertThat(send(OtherSide.REFUSES)).isInstanceOf(MailResult.Never.class);
  }

  @Test
  void whatWasRefusedForNowIsForLater() {
    assertThat(send(OtherSide.IS_BUSY)).isInstanceOf(MailResult.Later.class);
  }

  @Test
  void whatCannotBeSentIsForLater() {
    assertThat(send(OtherSide.IS_AWAY)).isInstanceOf(MailResult.Later.class);
  }

  @Test
  @Proves(4)
  void silenceAfterTheMessageIsAnUnknownOutcome() {
    assertThat(send(OtherSide.HANGS)).isInstanceOf(MailResult.Unknown.class);
    await().until(() -> received(OtherSide.HANGS).equals(List.of(seen(id))));
  }

  @Test
  @Proves({2, 4})
  void aConnectionThatEndsAfterTheMessageIsAnUnknownOutcomeAndARepetitionHasItsId() {
    assertThat(send(OtherSide.CLOSES)).isInstanceOf(MailResult.Unknown.class);
    assertThat(send(OtherSide.CLOSES)).isInstanceOf(MailResult.Unknown.class);

    assertThat(received(OtherSide.CLOSES)).containsExactly(seen(id), seen(id));
  }

  @Test
  @Proves({2, 4})
  void takingBackWhatWasTakenSendsNothingAndIsAskedOnce() {
    Destination to = destination(OtherSide.TAKES);
    Channel way = to.address().channel();
    try (Sender.Session session = sender().session()) {
      Delivery sent =
          carried(session, to, Delivery.first(1, "en").by(way), MessageSamples.issued(id));
      assertThat(sent.state()).isEqualTo(Delivery.State.ACCEPTED);

      Sender.TakenBack back = session.takeBack(to, sent, now().plus(ENOUGH));

      assertThat(sender().takesBack(sent.with(back.ways()))).isFalse();
      assertThat(received(OtherSide.TAKES)).containsExactly(seen(id));
    }
  }

  @Test
  @Proves(4)
  void theEndOfWhatWasTakenGoesTheSameWay() {
    Destination to = destination(OtherSide.TAKES);
    Channel way = to.address().channel();
    try (Sender.Session session = sender().session()) {
      Delivery sent =
          carried(session, to, Delivery.first(1, "en").by(way), MessageSamples.issued(id));
      Delivery ended = carried(session, to, sent.intendedEnd(), MessageSamples.ended(id));

      assertThat(ended.state()).isEqualTo(Delivery.State.ACCEPTED);
      assertThat(received(OtherSide.TAKES)).containsExactly(seen(id), seen(id));
    }
  }

  private Delivery carried(
      Sender.Session session, Destination to, Delivery intended, Message message) {
    return new Attempt(sender(), to, message, null, intended)
        .carry(session, now().plus(ENOUGH), () -> true, this::now);
  }

  @Test
  void oneThatHangsLeavesTheNextOfItsBatchAlone() {
    Destination hangs = destination(OtherSide.HANGS);
    Destination takes = destination(OtherSide.TAKES);
    try (Sender.Session session = sender().session()) {
      MailResult _ = session.send(MessageSamples.issued(id), hangs, now().plus(ENOUGH), () -> true);
      assertThat(session.send(MessageSamples.issued(id), takes, now().plus(ENOUGH), () -> true))
          .isInstanceOf(MailResult.Accepted.class);
    }
  }
}
