package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.delivery.ListDestinations.Standing;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets the end, and who is listed because it did not reach them. */
class SendEndsIT {

  private final SlicesTrial trial = new SlicesTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  @Proves({4, 10})
  void endGoesToWhoeverMayHaveItAndOthersAreListedByName() {
    trial.volunteers(3);
    trial.join(4, "drop-4@example.org", "RS", "RS-01", "en", false);
    trial.join(5, "refuse-5@example.org", "RS", "RS-01", "en", false);
    trial.join(6, "later-6@example.org", "RS", "RS-01", "en", false);
    trial.mailer.set(
        mail ->
            mail.to().startsWith("drop-")
                ? new MailResult.Unknown("provider", "end")
                : mail.to().startsWith("refuse-")
                    ? new MailResult.Never("rcpt-550")
                    : mail.to().startsWith("later-")
                        ? new MailResult.Later(Duration.ofMinutes(1), "rcpt-451")
                        : new MailResult.Accepted("provider"));
    trial.becomes(SlicesTrial.going(1, 6));
    trial.ring();
    trial.ringAfter(Duration.ofSeconds(61));

    assertThat(trial.to("drop-4@example.org")).hasSize(2);
    assertThat(trial.to("refuse-5@example.org")).hasSize(1);
    assertThat(trial.listed(Standing.WAITING))
        .singleElement()
        .satisfies(line -> assertThat(line.email()).contains("later-6@example.org"));
    assertThat(trial.listed(Standing.UNREACHED))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.email()).contains("refuse-5@example.org");
              assertThat(line.delivery().reason()).isEqualTo("rcpt-550");
            });
    assertThat(trial.listed(Standing.UNKNOWN))
        .singleElement()
        .satisfies(line -> assertThat(line.email()).contains("drop-4@example.org"));
    assertThat(trial.looks).as("every list is recorded").hasSize(3);

    trial.sent.clear();
    trial.volunteers.remove(2L);
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 6)));
    trial.ring();
    trial.ringAfter(Duration.ofSeconds(61));
    trial.ringAfter(Duration.ofHours(25));

    assertThat(trial.to("drop-4@example.org")).hasSize(2);
    assertThat(trial.to("refuse-5@example.org")).isEmpty();
    assertThat(trial.to("later-6@example.org")).isEmpty();
    assertThat(trial.to("v1@example.org")).hasSize(1);
    assertThat(trial.listed(Standing.UNREACHED))
        .anySatisfy(line -> assertThat(line.delivery().reason()).isEqualTo("left"))
        .as("it does not wait any more")
        .anySatisfy(line -> assertThat(line.email()).contains("later-6@example.org"));
    assertThat(trial.listed(Standing.WAITING)).isEmpty();
    assertThat(trial.unreached).isEmpty();
    assertThat(trial.nothingLeft).isNotEmpty();
  }

  @Test
  @Proves({4, 11})
  void endThatNobodyTakesForADayIsGivenUpListedAndTold() {
    trial.volunteers(1);
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();
    trial.mailer.set(mail -> new MailResult.Later(Duration.ofMinutes(1), "connect"));
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 1)));
    trial.ring();

    trial.ringAfter(Duration.ofHours(25));
    assertThat(trial.listed(Standing.WAITING)).as("it was tried too seldom").hasSize(1);
    for (int tries = 0; tries < 20; tries++) {
      trial.ringAfter(Duration.ofHours(1));
    }

    assertThat(trial.listed(Standing.UNREACHED))
        .singleElement()
        .satisfies(line -> assertThat(line.delivery().reason()).isEqualTo("gave-up"));
    assertThat(trial.unreached).containsExactly(PreviewSamples.ALERT);
    assertThat(trial.isOwed(1)).as("somebody reads the name, and calls").isTrue();
    trial.clock.advance(FindEndsOwed.LISTED);
    assertThat(trial.isOwed(1)).isFalse();
    assertThat(trial.bury.bury(trial.alert())).isTrue();
  }

  @Test
  @Proves(4)
  void endIsTriedHoweverLateAndWhatWasLostOfItIsUnknown() {
    trial.volunteers(2);
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    trial.mailer.set(
        mail -> {
          if (mail.to().startsWith("v2")) {
            throw new IllegalStateException("the process dies here");
          }
          return new MailResult.Accepted("provider");
        });

    assertThatThrownBy(() -> trial.ringAfter(Duration.ofHours(25))).hasMessageContaining("dies");
    trial.ringAfter(Duration.ofHours(25));

    assertThat(trial.to("v1@example.org")).hasSize(2);
    assertThat(trial.listed(Standing.UNKNOWN)).hasSize(2);
    trial.mailer.set(mail -> new MailResult.Accepted("provider"));
    trial.ringAfter(Duration.ofSeconds(31));
    assertThat(trial.listed(Standing.ACCEPTED)).hasSize(2);
    assertThat(trial.unreached).isEmpty();
  }

  @Test
  @Proves(8)
  void slicesAreTombstonesOnlyWhenEveryEndIsOut() {
    trial.volunteers(2);
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    assertThat(trial.bury.bury(trial.alert())).isFalse();
    trial.ring();

    assertThat(trial.bury.bury(trial.alert())).isTrue();
    assertThat(trial.list.counts(PreviewSamples.ALERT, trial.alert().state()).end()).isEmpty();
    trial.ring();
    assertThat(trial.sent).hasSize(4);
  }
}
