package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.alerts.CountDeliveries;
import org.homeward.alert.orders.delivery.ListDestinations.Standing;
import org.homeward.alert.orders.delivery.ReplayDeadLetter.Replayed;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages that a system refused, and systems that an administrator has paused. */
class DeadLettersIT {

  private final SlicesTrial trial = new SlicesTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  @Proves({2, 11})
  void refusedMessageIsListedAndSentAgainUnderItsIdBecauseAPersonWantsIt() {
    trial.system(1, false);
    trial.join(2, "refuse@example.org", "RS", "RS-01", "en", false);
    trial.mailer.set(mail -> new MailResult.Never("rcpt-550"));
    trial.systems.answer = _ -> new MailResult.Never("http-404");
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    trial.ringAfter(Duration.ofHours(1));
    assertThat(trial.systems.sent).as("nobody sends it again by himself").hasSize(1);

    assertThat(trial.dead.list(alerts -> alerts))
        .as("mailboxes are listed with their alert alone")
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.alert()).isEqualTo(PreviewSamples.ALERT);
              assertThat(letter.to().orElseThrow().webhook()).isEqualTo("webhook-1");
              assertThat(letter.delivery().reason()).isEqualTo("http-404");
            });
    assertThat(trial.dead.count(false)).isEqualTo(1);
    assertThat(trial.dead.count(true)).isZero();
    trial.systems.answer = _ -> new MailResult.Accepted("webhook");
    assertThat(trial.replayed(1)).isEqualTo(Replayed.AGAIN);
    assertThat(trial.replayed(1)).as("it waits already").isEqualTo(Replayed.NOT_DEAD);
    assertThat(trial.replayed(2)).isEqualTo(Replayed.NOT_DEAD);
    assertThat(trial.replayed(300)).isEqualTo(Replayed.NOT_DEAD);
    trial.ring();

    assertThat(trial.systems.sent).hasSize(2).extracting(Message::id).containsOnly(id(0));
    assertThat(trial.deadLetters()).isEmpty();
    assertThat(trial.repeated()).as("the first was certainly refused").isEmpty();
  }

  private String id(int sent) {
    return trial.systems.sent.get(sent).id();
  }

  @Test
  @Proves(4)
  void ofAnAlertThatIsOverOnlyTheEndIsSentAgain() {
    trial.system(1, false);
    trial.system(2, false);
    trial.systems.answer =
        to ->
            to.number() == 1
                ? new MailResult.Never("http-403")
                : new MailResult.Accepted("webhook");
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    assertThat(trial.deadLetters()).containsExactly(1L);
    trial.systems.answer = _ -> new MailResult.Never("http-403");

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    trial.ring();

    assertThat(trial.unreached).hasSize(1);
    assertThat(trial.dead.list(alerts -> alerts))
        .as("whoever was never told is owed nothing any more")
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.number()).isEqualTo(2);
              assertThat(letter.delivery().end()).isTrue();
            });
    trial.systems.sent.clear();
    trial.systems.answer = _ -> new MailResult.Accepted("webhook");
    assertThat(trial.replayed(1)).isEqualTo(Replayed.NOT_DEAD);
    assertThat(trial.replayed(2)).isEqualTo(Replayed.AGAIN);
    trial.ring();
    assertThat(trial.systems.sent)
        .singleElement()
        .satisfies(message -> assertThat(message.occasion().kind()).isEqualTo(Occasion.Kind.ENDED));
    assertThat(trial.deadLetters()).isEmpty();
  }

  @Test
  @Proves(4)
  void whatWasToBeSentAgainIsNotSentOnceTheAlertIsOver() {
    trial.system(1, false);
    trial.systems.answer = _ -> new MailResult.Never("http-404");
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();
    assertThat(trial.replayed(1)).isEqualTo(Replayed.AGAIN);

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 1)));
    trial.ring();

    assertThat(trial.systems.sent).hasSize(1);
  }

  @Test
  @Proves(11)
  void systemThatRefusesTwentyTimesIsGivenUpAndAMailboxIsNot() {
    trial.system(1, false);
    trial.join(2, "later@example.org", "RS", "RS-01", "en", false);
    trial.mailer.set(mail -> new MailResult.Later(Duration.ofSeconds(10), "rcpt-451"));
    trial.systems.answer = _ -> new MailResult.Later(Duration.ofSeconds(10), "http-503");
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    for (int tries = 1; tries < DeliverySteps.TRIES; tries++) {
      assertThat(trial.deadLetters()).isEmpty();
      trial.ringAfter(Duration.ofSeconds(321));
    }
    assertThat(trial.systems.sent).hasSize(DeliverySteps.TRIES);

    trial.ringAfter(Duration.ofSeconds(321));
    trial.ringAfter(Duration.ofSeconds(321));

    assertThat(trial.systems.sent).hasSize(DeliverySteps.TRIES);
    assertThat(trial.listed(Standing.UNREACHED))
        .singleElement()
        .satisfies(line -> assertThat(line.delivery().reason()).isEqualTo(DeadLetters.GAVE_UP));
    assertThat(trial.listed(Standing.WAITING)).hasSize(1);
    assertThat(trial.deadLetters()).containsExactly(1L);
  }

  @Test
  @Proves(4)
  void pausedSystemIsSentNothingNewAndEveryEnd() {
    trial.system(1, true);
    trial.system(2, false);
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    trial.ringAfter(Duration.ofMinutes(1));
    assertThat(trial.systems.sent).as("the other one").hasSize(1);
    assertThat(trial.progress.remaining(trial.seen())).as("it is still meant").contains(1);

    trial.system(1, false);
    trial.system(2, true);
    trial.ringAfter(Duration.ofMinutes(1));
    assertThat(trial.systems.sent).as("what waited").hasSize(2);
    trial.becomes(SlicesTrial.going(2, 2));
    trial.ring();
    assertThat(trial.systems.sent).hasSize(3);

    trial.becomes(AlertSamples.over(SlicesTrial.going(2, 2)));
    trial.ring();
    assertThat(trial.systems.sent).hasSize(5);
  }

  @Test
  @Proves(6)
  void lettersOfAlertsThatAReaderMayNotKnowOfAreLeftOut() {
    trial.system(1, false);
    trial.systems.answer = _ -> new MailResult.Never("http-404");
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();

    assertThat(trial.dead.list(_ -> Set.of())).isEmpty();
  }

  @Test
  void eachChannelIsCountedByItself() {
    trial.volunteers(2);
    trial.system(3, false);
    trial.system(4, false);
    trial.systems.answer =
        to ->
            to.number() == 3
                ? new MailResult.Accepted("webhook")
                : new MailResult.Unknown("webhook", "deadline");
    trial.becomes(SlicesTrial.going(1, 4));
    trial.ring();

    assertThat(counts().byChannel())
        .containsEntry("MAIL", new CountDeliveries.OfChannel(2, 2, 0, 0, 0, 0, 0, 0, 0))
        .containsEntry("WEBHOOK", new CountDeliveries.OfChannel(2, 1, 0, 0, 1, 0, 0, 0, 0));

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 4)));
    assertThat(counts().byChannel().get("WEBHOOK").endsOwed()).isEqualTo(2);
    trial.ring();
    assertThat(counts().byChannel())
        .containsEntry("MAIL", new CountDeliveries.OfChannel(2, 0, 0, 0, 0, 0, 2, 0, 0))
        .containsEntry("WEBHOOK", new CountDeliveries.OfChannel(2, 0, 0, 0, 0, 0, 1, 0, 1));
  }

  private CountDeliveries.Counts counts() {
    return trial.list.counts(PreviewSamples.ALERT, trial.alert().state());
  }
}
