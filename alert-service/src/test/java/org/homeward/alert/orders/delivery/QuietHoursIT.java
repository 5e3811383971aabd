package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.delivery.ListDestinations.Standing;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.destinations.Terms;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Volunteers who sleep while an alert goes out. */
class QuietHoursIT {

  private final SlicesTrial trial = new SlicesTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  /** A volunteer for whom news is quiet from an hour ago on. */
  private void asleep(long n, Duration longer) {
    Instant now = trial.clock.instant();
    DateTimeFormatter minute = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    var quiet =
        new QuietTime(
            minute.format(now.minus(Duration.ofHours(1))),
            minute.format(now.plus(longer)),
            "Etc/UTC");
    trial.volunteers.put(
        n,
        new Destination(
            n,
            "s" + n,
            new Address.Mailbox(
                "v" + n + "@example.org", URI.create("http://127.0.0.1/leave/" + n)),
            "RS",
            List.of("RS-01"),
            "en",
            false,
            false,
            new Terms(quiet, 0, List.of())));
  }

  private List<String> mailed() {
    return trial.sent.stream().map(mail -> mail.to()).toList();
  }

  @Test
  void areToldWhenTheyWake() {
    trial.volunteers(1);
    asleep(2, Duration.ofMinutes(30));
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    assertThat(mailed()).containsExactly("v1@example.org");

    trial.ringAfter(Duration.ofMinutes(29));
    assertThat(mailed()).hasSize(1);
    trial.ringAfter(Duration.ofMinutes(2));

    assertThat(mailed()).containsExactly("v1@example.org", "v2@example.org");
  }

  @Test
  @Proves(4)
  void areListedWhenTheySleepLongerThanTheAlertLivesAndGetNoEnd() {
    trial.volunteers(1);
    asleep(2, Duration.ofHours(20));
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();

    var line = trial.list.list(trial.seen(), Optional.of(Standing.UNREACHED), false, 0, 10);
    assertThat(line).hasSize(1);
    assertThat(line.getFirst().number()).isEqualTo(2);
    assertThat(line.getFirst().delivery().reason()).isEqualTo("quiet");
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    trial.ring();
    assertThat(mailed()).containsExactly("v1@example.org", "v1@example.org");
  }

  @Test
  @Proves(4)
  void areToldTheEndWheneverItComes() {
    asleep(1, Duration.ofMinutes(-30));
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();
    assertThat(mailed()).hasSize(1);
    asleep(1, Duration.ofHours(20));

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 1)));
    trial.ring();

    assertThat(mailed()).hasSize(2);
    assertThat(trial.list.counts(PreviewSamples.ALERT, trial.alert().state()).end())
        .isEqualTo(Map.of("ACCEPTED", 1));
  }
}
