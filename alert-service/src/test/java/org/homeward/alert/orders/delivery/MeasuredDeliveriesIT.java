package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.mail.MailResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long everybody waited, as the slices keep it. */
class MeasuredDeliveriesIT {

  private static final String FIRST = "v1@example.org";

  private final SlicesTrial trial = new SlicesTrial();

  /** Approved at {@link PreviewSamples#NOW}. */
  @BeforeEach
  void approved() {
    trial.volunteers(2);
    trial.becomes(SlicesTrial.going(1, 2));
  }

  @AfterEach
  void close() {
    trial.close();
  }

  private Delivery line(long number) {
    return trial
        .list
        .list(trial.seen(), Optional.empty(), false, number - 1, 1)
        .getFirst()
        .delivery();
  }

  private Delivery.Took took(long number) {
    return requireNonNull(line(number).took());
  }

  @Test
  void timeCountsFromTheApprovalAndAFurtherEditionReachesNobodyAnew() {
    trial.mailer.set(
        mail ->
            mail.to().equals(FIRST)
                ? new MailResult.Later(Duration.ofMinutes(1), "rcpt-451")
                : new MailResult.Accepted("provider"));
    trial.clock.advance(Duration.ofSeconds(3));
    trial.ring();
    trial.mailer.set(_ -> new MailResult.Accepted("provider"));
    trial.ringAfter(Duration.ofSeconds(61));

    assertThat(took(2)).isEqualTo(new Delivery.Took(3_000L, null, null));
    assertThat(took(1)).isEqualTo(new Delivery.Took(64_000L, null, null));

    trial.becomes(SlicesTrial.going(2, 2));
    trial.ringAfter(Duration.ofSeconds(5));
    assertThat(trial.to(FIRST)).hasSize(3);
    assertThat(took(1)).isEqualTo(new Delivery.Took(64_000L, null, null));
    assertThat(trial.taken).hasSize(2);
  }

  @Test
  void timeOfTheEndCountsFromTheEnd() {
    trial.ring();
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    trial.ringAfter(Duration.ofSeconds(7));

    assertThat(took(1).reached()).isZero();
    assertThat(took(1).ended()).isPositive();
    assertThat(trial.taken.stream().map(Delivery::end)).containsExactly(false, false, true, true);
    assertThat(trial.taken.getLast().waited()).isEqualTo(Duration.ofMillis(took(2).ended()));
  }

  @Test
  void whatWasTakenBackHasReachedNobody() {
    trial.join(3, "+381601", "RS", "RS-01", "en", false);
    trial.pager.holds = true;
    trial.becomes(SlicesTrial.going(2, 3));
    trial.ring();
    assertThat(took(3)).isNotNull();

    trial.becomes(AlertSamples.frozen());
    trial.ring();

    assertThat(trial.pager.takenBack).hasSize(1);
    assertThat(line(3).took()).isNull();
  }
}
