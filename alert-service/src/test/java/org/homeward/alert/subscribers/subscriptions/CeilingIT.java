package org.homeward.alert.subscribers.subscriptions;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.Aggregate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two processes of a node that sends three confirmation mails a minute and seven an hour. */
class CeilingIT {

  private static final Map<String, Object> LOW =
      Map.of("HOMEWARD_CONFIRMATIONS_PER_MINUTE", "3", "HOMEWARD_CONFIRMATIONS_PER_HOUR", "7");

  private final TrialNode node = TrialNode.get();
  private final String domain = UUID.randomUUID() + ".example.org";
  private ConfigurableApplicationContext first;
  private ConfigurableApplicationContext second;

  @BeforeEach
  void start() {
    Instant now = node.clock().instant();
    node.clock().advance(Duration.between(now, now.truncatedTo(HOURS).plus(1, HOURS)));
    first = node.another("me", "1", LOW);
    second = node.another("me", "2", LOW);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private static Answer ask(Wire anybody, String email) {
    return anybody.post(
        "/api/v1/subscriptions",
        """
        {"email": "%s", "country": "ME", "language": "en"}"""
            .formatted(email));
  }

  private List<Received> mails() {
    return node.smtp().received().stream().filter(mail -> mail.to().endsWith(domain)).toList();
  }

  private static double putOff(ConfigurableApplicationContext process) {
    return process
        .getBean(MeterRegistry.class)
        .get("homeward.confirmations")
        .tag("outcome", "put-off")
        .counter()
        .count();
  }

  /** When the mails go that have not gone yet. */
  private List<Instant> turns() {
    List<Instant> turns = new ArrayList<>();
    Aggregate<?> subscriptions = second.getBean("subscriptions", Aggregate.class);
    subscriptions
        .documents()
        .forEach(
            found -> {
              assertThat(found.state()).isInstanceOf(Subscription.Unconfirmed.class);
              Instant turn = found.dues().get("confirmation");
              if (turn != null) {
                turns.add(turn);
              }
            });
    turns.sort(null);
    return turns;
  }

  @Test
  void whatIsOverTheCeilingOfTheNodeWaitsForItsTurnAndGoesOutThen() {
    Instant hour = node.clock().instant();
    List<String> people = IntStream.range(0, 10).mapToObj(i -> "v" + i + "@" + domain).toList();

    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(ask(TrialNode.anonymous(i % 2 == 0 ? first : second), people.get(i)));
    }

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(202);
              assertThat(answer.text()).isEqualTo("{}");
            });
    await().until(() -> mails().size() == 3 && putOff(first) + putOff(second) == 7);
    Instant nextMinute = hour.plusSeconds(60);
    Instant nextHour = hour.plusSeconds(3600);
    await()
        .untilAsserted(
            () ->
                assertThat(turns())
                    .containsExactly(
                        nextMinute,
                        nextMinute,
                        nextMinute,
                        hour.plusSeconds(120),
                        nextHour,
                        nextHour,
                        nextHour));

    first.close();
    node.clock().advance(Duration.ofMinutes(1));
    await().until(() -> mails().size() == 6);
    node.clock().advance(Duration.ofMinutes(1));
    await().until(() -> mails().size() == 7);
    await().untilAsserted(() -> assertThat(turns()).containsExactly(nextHour, nextHour, nextHour));
    node.clock().advance(Duration.ofMinutes(58));
    await().until(() -> mails().size() == 10);

    assertThat(mails()).extracting(Received::to).containsExactlyInAnyOrderElementsOf(people);
    Received last = mails().getLast();
    node.clock().advance(Duration.ofHours(47));
    Answer confirmed = TrialNode.anonymous(second).post(Volunteers.link(last), "");
    assertThat(confirmed.status()).as("its time began with its mail").isEqualTo(200);
  }
}
