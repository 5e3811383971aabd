package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.destinations.Terms;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SmsCancel;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What is done about one destination, from where it stands. */
class DeliveryStepsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Delivery first = Delivery.first(1, "sr");

  private static Delivery sent(Delivery delivery, MailResult result) {
    return DeliverySteps.after(delivery, result, NOW);
  }

  @Test
  @Proves(4)
  void endIsOwedToWhoeverMayHaveReceivedAndToNobodyElse() {
    Delivery accepted = sent(first, new MailResult.Accepted("p"));
    Delivery unknown = sent(first, new MailResult.Unknown("p", "end"));
    Delivery later = sent(first, new MailResult.Later(Duration.ofMinutes(1), "rcpt-451"));
    Delivery never = sent(first, new MailResult.Never("rcpt-550"));

    assertThat(DeliverySteps.end(accepted, NOW)).isInstanceOf(DeliveryStep.Send.class);
    assertThat(DeliverySteps.end(unknown, NOW)).isInstanceOf(DeliveryStep.Send.class);
    assertThat(DeliverySteps.end(first, NOW)).isInstanceOf(DeliveryStep.Send.class);
    assertThat(DeliverySteps.end(later, NOW)).isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.end(never, NOW)).isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.end(null, NOW)).isInstanceOf(DeliveryStep.Done.class);
    // It had the first edition, whatever became of the second.
    Delivery second = sent(accepted.intended(2, "sr"), new MailResult.Never("rcpt-550"));
    assertThat(DeliverySteps.end(second, NOW)).isInstanceOf(DeliveryStep.Send.class);
  }

  @Test
  @Proves(2)
  void unknownOutcomeIsRepeatedOnceAndNoMore() {
    Delivery once = sent(first, new MailResult.Unknown("p", "end"));
    assertThat(DeliverySteps.edition(once, 1, "sr", NOW)).isInstanceOf(DeliveryStep.Wait.class);
    Instant then = NOW.plus(DeliverySteps.REPEAT_AFTER);
    var again = (DeliveryStep.Send) DeliverySteps.edition(once, 1, "sr", then);
    assertThat(again.intended().isRepeated()).isTrue();

    Delivery twice = sent(again.intended(), new MailResult.Unknown("p", "end"));

    assertThat(DeliverySteps.edition(twice, 1, "sr", then.plusSeconds(999)))
        .isInstanceOf(DeliveryStep.Done.class);
    assertThat(twice.isRepeated()).isTrue();
    assertThat(sent(again.intended(), new MailResult.Never("rcpt-550")).state())
        .isEqualTo(Delivery.State.UNKNOWN);
  }

  @Test
  @Proves(2)
  void repeatStaysListedWhateverGoesOutAfterIt() {
    Delivery once = sent(first, new MailResult.Unknown("p", "end"));
    Delivery repeated = sent(once.again(), new MailResult.Accepted("p"));

    Delivery update = sent(repeated.intended(2, "sr"), new MailResult.Accepted("p"));
    Delivery end = sent(update.intendedEnd(), new MailResult.Accepted("p"));

    assertThat(update.isRepeated()).isTrue();
    assertThat(end.isRepeated()).isTrue();
    assertThat(sent(once.intendedEnd(), new MailResult.Accepted("p")).isRepeated()).isFalse();
  }

  @Test
  void whatIsFoundIntendedIsUnknown() {
    var noted = (DeliveryStep.Note) DeliverySteps.edition(first, 1, "sr", NOW);

    assertThat(noted.noted().state()).isEqualTo(Delivery.State.UNKNOWN);
    assertThat(noted.noted().mayHaveAny()).isTrue();
    assertThat(noted.noted().next()).isEqualTo(NOW.plus(DeliverySteps.REPEAT_AFTER));
  }

  @Test
  void refusedForNowWaitsLongerEachTime() {
    var minute = new MailResult.Later(Duration.ofMinutes(1), "rcpt-451");
    Delivery once = sent(first, minute);
    Delivery twice = sent(once.again(), minute);

    assertThat(once.next()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    assertThat(twice.next()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    assertThat(twice.isRepeated()).isFalse();
  }

  @Test
  void newerEditionTakesThePlaceOfAnOlderOne() {
    Delivery later = sent(first, new MailResult.Later(Duration.ofMinutes(1), "rcpt-451"));
    Delivery never = sent(first, new MailResult.Never("rcpt-550"));

    assertThat(DeliverySteps.edition(later, 2, "sr", NOW))
        .isInstanceOfSatisfying(
            DeliveryStep.Send.class, send -> assertThat(send.intended().edition()).isEqualTo(2));
    assertThat(DeliverySteps.edition(never, 2, "sr", NOW)).isInstanceOf(DeliveryStep.Done.class);
  }

  @Test
  @Proves({2, 4})
  void whatIsTakenBackForCertainIsSentAnewAndEverythingElseCountsAsReceived() {
    Delivery accepted =
        sent(first, new MailResult.Accepted("p")).with(List.of(Way.holding("p", List.of("7"))));
    Delivery repeated =
        sent(sent(first, new MailResult.Unknown("p", "end")).again(), new MailResult.Accepted("q"));
    var all = new Sender.TakenBack(List.of(Way.of("p")), true);
    var some = new Sender.TakenBack(List.of(Way.of("p")), false);

    Delivery anew = DeliverySteps.takenBack(accepted, all, NOW);

    assertThat(anew.isHeld()).isFalse();
    assertThat(DeliverySteps.edition(anew, 1, "sr", NOW)).isInstanceOf(DeliveryStep.Send.class);
    assertThat(DeliverySteps.end(anew, NOW)).isInstanceOf(DeliveryStep.Send.class);
    for (Delivery out :
        List.of(
            DeliverySteps.takenBack(accepted, some, NOW),
            DeliverySteps.takenBack(repeated, all, NOW))) {
      assertThat(DeliverySteps.edition(out, 1, "sr", NOW)).isInstanceOf(DeliveryStep.Done.class);
      assertThat(DeliverySteps.end(out, NOW)).isInstanceOf(DeliveryStep.Send.class);
    }
  }

  @Test
  @Proves({2, 4})
  void whatAProviderCouldNotBeAskedIsAskedAgainAndWhatHasArrivedInPartCountsAsReceived() {
    Delivery accepted =
        sent(first, new MailResult.Accepted("p"))
            .with(List.of(Way.holding("p", List.of("7", "8"))));
    var none = new SmsCancel(true, List.of());
    Way throttled = accepted.ways().getFirst().asked(new SmsCancel(true, List.of("8")), none);
    Way inPart = accepted.ways().getFirst().asked(new SmsCancel(false, List.of("8")), none);

    Delivery held =
        DeliverySteps.takenBack(accepted, new Sender.TakenBack(List.of(throttled), false), NOW);

    assertThat(held.state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(held.isHeld()).isTrue();
    assertThat(held.askedUntil()).contains(NOW.plus(DeliverySteps.ASK_AGAIN));
    assertThat(throttled.ids()).containsExactly("8");
    assertThat(inPart.ids()).isEmpty();
    assertThat(inPart.earlier()).containsExactly("8");
    assertThat(accepted.intended(2, "sr").ways().getFirst().earlier()).containsExactly("7", "8");
  }

  @Test
  @Proves(4)
  void anEndThatOneOfTwoProvidersHasTakenIsDeliveredWhateverTheOtherRefuses() {
    Delivery end =
        sent(sent(first, new MailResult.Accepted("p")).intendedEnd(), refusedForNow())
            .with(
                List.of(
                    Way.of("p").after(refusedForNow()),
                    Way.of("q").after(new MailResult.Accepted("q"))));

    assertThat(end.unreached(Delivery.GAVE_UP).state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(end.with(List.of()).unreached(Delivery.GAVE_UP).isEndMissed()).isTrue();
  }

  private static MailResult refusedForNow() {
    return new MailResult.Later(Duration.ofSeconds(30), "smpp-45");
  }

  @Test
  @Proves(4)
  void whatWasLostMayBeWithAnyProvider() {
    Delivery lost = first.by(Channel.SMS).lost();

    assertThat(lost.ways()).containsExactly(Way.ANY);
    assertThat(lost.intendedEnd().lost().ways()).as("the end's are known").hasSize(1);
    assertThat(first.lost().ways()).as("mail has one").isEmpty();
  }

  @Test
  @Proves(4)
  void nothingIsSentAfterTheEnd() {
    Delivery ended =
        sent(sent(first, new MailResult.Accepted("p")).intendedEnd(), new MailResult.Accepted("p"));

    assertThat(DeliverySteps.edition(ended, 2, "sr", NOW)).isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.end(ended, NOW)).isInstanceOf(DeliveryStep.Done.class);
  }

  @Test
  void systemIsTriedByThePublishedTable() {
    var soon = new MailResult.Later(Duration.ofSeconds(10), "http-503");
    Delivery to = first.by(Channel.WEBHOOK);
    List<Long> pauses = new ArrayList<>();
    for (int tries = 0; tries < DeliverySteps.TRIES; tries++) {
      to = sent(to.again(), soon);
      pauses.add(Duration.between(NOW, to.next()).toSeconds());
    }

    assertThat(pauses.subList(0, 7)).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 320L);
    assertThat(pauses.getLast()).isEqualTo(320);
    assertThat(DeliverySteps.edition(to, 1, "sr", NOW))
        .isInstanceOfSatisfying(
            DeliveryStep.Note.class,
            note -> assertThat(note.noted().state()).isEqualTo(Delivery.State.NEVER));
    assertThat(DeliverySteps.edition(to.by(Channel.MAIL), 1, "sr", NOW))
        .as("people are tried as long as the alert lives")
        .isInstanceOf(DeliveryStep.Wait.class);
  }

  @Test
  void systemThatWasGivenUpIsSentTheNextEdition() {
    Delivery given = first.by(Channel.WEBHOOK).unreached(Delivery.GAVE_UP);

    assertThat(DeliverySteps.edition(given, 1, "sr", NOW)).isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.edition(given, 2, "sr", NOW))
        .isInstanceOfSatisfying(
            DeliveryStep.Send.class, send -> assertThat(send.intended().edition()).isEqualTo(2));
  }

  @Test
  void nobodyWaitsLongerThanHalfAnHourForTheNextTry() {
    var wished = new MailResult.Later(Duration.ofMinutes(20), "http-429");
    Delivery once = sent(first, wished);
    Delivery twice = sent(once.again(), wished);

    assertThat(once.next()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    assertThat(twice.next()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  private static Destination asleep(String from, String to) {
    return new Destination(
        1,
        "s1",
        new Address.OwnPhone("p1", new PhoneNumber("+381641234567")),
        "RS",
        List.of(),
        "sr",
        false,
        false,
        new Terms(new QuietTime(from, to, "Europe/Belgrade"), 0, List.of()));
  }

  @Test
  void newsWaitsForTheEndOfQuietHours() {
    // 12:00Z is 13:00 in Belgrade.
    var send = DeliverySteps.edition(null, 1, "sr", NOW);
    Instant until = NOW.plus(Duration.ofHours(8));

    assertThat(DeliverySteps.awake(send, asleep("12:00", "15:00"), until, NOW))
        .isEqualTo(new DeliveryStep.Wait(NOW.plus(Duration.ofHours(2))));
    assertThat(DeliverySteps.awake(send, asleep("15:00", "18:00"), until, NOW)).isEqualTo(send);
    var done = new DeliveryStep.Done();
    assertThat(DeliverySteps.awake(done, asleep("12:00", "15:00"), until, NOW)).isEqualTo(done);
  }

  @Test
  void whoeverSleepsLongerThanTheAlertLivesIsListedAndTakesTheNextEdition() {
    Instant until = NOW.plus(Duration.ofHours(1));
    var slept =
        (DeliveryStep.Note)
            DeliverySteps.awake(
                DeliverySteps.edition(null, 1, "sr", NOW), asleep("12:00", "15:00"), until, NOW);

    assertThat(slept.noted().state()).isEqualTo(Delivery.State.NEVER);
    assertThat(slept.noted().reason()).isEqualTo("quiet");
    assertThat(slept.noted().way()).isEqualTo(Channel.SMS);
    assertThat(DeliverySteps.end(slept.noted(), NOW)).isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.edition(slept.noted(), 1, "sr", NOW))
        .isInstanceOf(DeliveryStep.Done.class);
    assertThat(DeliverySteps.edition(slept.noted(), 2, "sr", NOW))
        .isInstanceOf(DeliveryStep.Send.class);
  }
}
