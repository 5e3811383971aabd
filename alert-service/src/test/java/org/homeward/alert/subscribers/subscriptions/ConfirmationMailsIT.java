package org.homeward.alert.subscribers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.command.DerivedIds;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** How many mails somebody gets who asks again and again, and what is kept of who asked. */
class ConfirmationMailsIT {

  private static final String PATH = "/api/v1/subscriptions";

  private final TrialNode node = TrialNode.get();
  private final Wire anybody = node.anonymous();
  private final TrialVolunteer volunteer = new TrialVolunteer();
  private final SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
  private final String email = "v-" + UUID.randomUUID() + "@example.org";

  private List<Interest> interests(Destination of, String country) {
    return numbers.interests(of.number(), of.number(), country);
  }

  /** Without the one that ends a connection after its hundredth request. */
  private static Set<String> headers(Answer answer) {
    Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
    names.remove("connection");
    return names;
  }

  @Test
  void everybodyGetsTheSameAnswerAndOneMailAnHour() {
    Answer unknown = volunteer.ask(email);
    Answer waiting = volunteer.ask(email.toUpperCase(Locale.ROOT));
    volunteer.confirmed(email);
    Answer known = volunteer.ask(email);
    node.clock().advance(Duration.ofHours(1));
    Answer later = volunteer.ask(email);
    volunteer.settle();

    for (Answer answer : List.of(unknown, waiting, known, later)) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.text()).isEqualTo("{}");
      assertThat(headers(answer)).isEqualTo(headers(unknown));
    }
    assertThat(node.smtp().receivedBy(email)).hasSize(2);
    assertThat(node.smtp().receivedBy(email.toUpperCase(Locale.ROOT))).isEmpty();
  }

  private double quiet() {
    return node.bean(MeterRegistry.class)
        .get("homeward.confirmations")
        .tag("outcome", "quiet")
        .counter()
        .count();
  }

  private long mailsLike(String part) {
    return node.smtp().received().stream().filter(mail -> mail.to().contains(part)).count();
  }

  /** Spelled in a hundred ways, as Google reads it all one mailbox. */
  private static List<String> spellings(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String dotted = name.substring(0, 1 + i % 9) + "." + name.substring(1 + i % 9);
      all.add(dotted + "+" + i + (i % 2 == 0 ? "@gmail.com" : "@GoogleMail.com"));
    }
    return all;
  }

  @Test
  void mailboxGetsOneMailAnHourHoweverItIsSpelled() {
    String name = "v" + UUID.randomUUID().toString().replace("-", "");
    double before = quiet();
    List<String> spellings = spellings(name);
    List<Answer> answers = spellings.stream().map(volunteer::ask).toList();
    volunteer.settle();

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(202);
              assertThat(answer.text()).isEqualTo("{}");
              assertThat(headers(answer)).isEqualTo(headers(answers.getFirst()));
            });
    assertThat(mailsLike(name.substring(9))).isEqualTo(1);
    assertThat(quiet() - before).isEqualTo(99);
    assertThat(Stored.holds(node, "subscriptions", spellings.get(1))).isFalse();

    node.clock().advance(Duration.ofHours(1));
    volunteer.ask(spellings.get(1));
    volunteer.mail(spellings.get(1), 1);
    assertThat(mailsLike(name.substring(9))).isEqualTo(2);
  }

  @Test
  @Proves(8)
  void quietHourKnowsNoAddressAndGoesWithItsHour() {
    volunteer.ask(email);
    Alarms quietHours = node.aggregate("quietHours", QuietHour.class).alarms();
    assertThat(Stored.holds(node, "quiet-hours", "example")).isFalse();
    assertThat(Stored.count(node, "quiet-hours")).isPositive();

    node.clock().advance(Duration.ofHours(1));

    await()
        .until(
            () -> {
              quietHours.ring();
              return Stored.count(node, "quiet-hours") == 0;
            });
  }

  @Test
  void whenTheStoreIsFullNothingIsStoredOfWhoAsks() {
    var subscriptions = node.aggregate("subscriptions", Subscription.class).documents();
    var ids = node.bean(DerivedIds.class);
    var full =
        new Subscribe(
            subscriptions,
            wish -> false,
            node.bean(HoldQuietHour.class),
            new SubscriptionIds(ids),
            () -> {},
            node.bean(Clock.class));
    var wish = new SubscriptionWish(List.of(), Language.SR);
    var application = new Subscribe.Application(email, "RS", false, wish);

    String id = ids.of("subscription", "RS|actual|" + email, 0);

    assertThat(full.ask(application)).isEqualTo(Subscribe.Asked.NO_ROOM);
    assertThat(subscriptions.find(id)).isEmpty();
    assertThat(volunteer.ask(email).status()).isEqualTo(202);
    assertThat(subscriptions.find(id)).isPresent();
  }

  @Test
  void exerciseAndRealSubscriptionsOfOneAddressAreTwoAndItsMailsAnHourApart() {
    volunteer.ask(email);
    Destination real = volunteer.confirmed(email);
    String exercises =
        """
        {"email": "%s", "country": "RS", "language": "en", "exercise": true}"""
            .formatted(email);
    assertThat(anybody.post(PATH, exercises).status()).isEqualTo(202);
    volunteer.settle();
    assertThat(node.smtp().receivedBy(email)).hasSize(1);
    node.clock().advance(Duration.ofHours(1));
    anybody.post(PATH, exercises);

    Destination exercise = volunteer.confirmed(email, 2);

    assertThat(exercise.exercise()).isTrue();
    assertThat(exercise.owner()).isNotEqualTo(real.owner());
    assertThat(numbers.range(real.number(), exercise.number()))
        .containsEntry(real.number(), real)
        .containsEntry(exercise.number(), exercise);
    assertThat(interests(real, "RS")).containsExactly(real.interest());
    assertThat(interests(exercise, "RS")).containsExactly(exercise.interest());
    assertThat(interests(real, "GR")).isEmpty();
  }

  @Test
  @Proves(2)
  void mailWhoseAnswerGotLostComesOnceMoreWithTheSameId() {
    String lost = "drop-" + email;
    volunteer.ask(lost);
    volunteer.mail(lost, 1);
    node.clock().advance(Duration.ofMinutes(11));
    volunteer.mail(lost, 2);
    node.clock().advance(Duration.ofMinutes(11));
    volunteer.settle();

    assertThat(node.smtp().receivedBy(lost))
        .hasSize(2)
        .extracting(Received::messageId)
        .containsOnly(node.smtp().receivedBy(lost).getFirst().messageId());
    assertThat(TrialVolunteer.link(volunteer.mail(lost, 2)))
        .isEqualTo(TrialVolunteer.link(volunteer.mail(lost, 1)));
  }
}
