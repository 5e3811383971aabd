package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Ways that send side by side, and mail beside them. */
class SideBySideIT {

  @Test
  void oneThatHangsHoldsUpNeitherMailsNorOthers() {
    try (var trial = new SlicesTrial()) {
      var othersAreOut = new CountDownLatch(2);
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.join(2, "+381602", "RS", "RS-01", "en", false);
      trial.join(3, "v3@example.org", "RS", "RS-01", "en", false);
      trial.mailer.set(
          mail -> {
            othersAreOut.countDown();
            return new MailResult.Accepted("provider");
          });
      trial.pager.meanwhile =
          () -> {
            if (trial.pager.first.compareAndSet(true, false)) {
              waitFor(othersAreOut);
            } else {
              othersAreOut.countDown();
            }
          };
      trial.becomes(SlicesTrial.going(1, 3));

      trial.ring();

      assertThat(trial.pager.sent).hasSize(2);
      assertThat(trial.to("v3@example.org")).hasSize(1);
      assertThat(trial.listed(ListDestinations.Standing.ACCEPTED)).hasSize(3);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Proves(4)
  void messageThatWaitedLooksAtTheStopsBeforeItLeaves() {
    try (var trial = new SlicesTrial()) {
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.becomes(SlicesTrial.going(1, 1));
      trial.pager.waits = true;
      trial.pager.meanwhile =
          () -> {
            trial.stopNode();
            trial.clock.advance(Duration.ofSeconds(2));
          };

      boolean _ = trial.batch(1);

      assertThat(trial.pager.sent).isEmpty();
      assertThat(trial.listed(ListDestinations.Standing.WAITING)).hasSize(1);
    }
  }

  @Test
  @Proves({2, 4})
  void whatAProviderStillHoldsIsTakenBackAtAStopAndSentAnewAfterIt() {
    try (var trial = new SlicesTrial()) {
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.pager.holds = true;
      trial.becomes(SlicesTrial.going(1, 1));
      trial.ring();
      String id = trial.pager.sent.getFirst().id();

      trial.becomes(AlertSamples.frozen());
      trial.ring();
      trial.ring();

      assertThat(trial.pager.takenBack).containsExactly(id);
      assertThat(trial.pager.sent).hasSize(1);
      trial.becomes(SlicesTrial.going(1, 1));
      trial.ring();

      assertThat(trial.pager.sent).hasSize(2).allMatch(message -> message.id().equals(id));
      assertThat(trial.repeated()).as("it had certainly not arrived").isEmpty();
      trial.becomes(AlertSamples.over(SlicesTrial.going(1, 1)));
      trial.ring();
      assertThat(trial.pager.sent).hasSize(3);
    }
  }

  @Test
  @Proves({2, 4})
  void whatAProviderCouldNotBeAskedIsAskedAgainWhileTheAlertIsFrozen() {
    try (var trial = new SlicesTrial()) {
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.pager.holds = true;
      trial.becomes(SlicesTrial.going(1, 1));
      trial.ring();
      trial.pager.isThrottled = true;
      trial.becomes(AlertSamples.frozen());
      trial.ring();
      assertThat(trial.pager.takenBack).isEmpty();

      trial.pager.isThrottled = false;
      trial.ring();
      assertThat(trial.pager.takenBack).as("not at once").isEmpty();
      trial.ringAfter(DeliverySteps.ASK_AGAIN);

      assertThat(trial.pager.takenBack).hasSize(1);
    }
  }

  @Test
  @Proves({2, 4})
  void oneThatFailsLosesNoResultOfItsBatch() {
    try (var trial = new SlicesTrial()) {
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.join(2, "v2@example.org", "RS", "RS-01", "en", false);
      trial.pager.meanwhile =
          () -> {
            throw new IllegalStateException("a defect");
          };
      trial.becomes(SlicesTrial.going(1, 2));

      trial.ring();

      assertThat(trial.to("v2@example.org")).hasSize(1);
      assertThat(trial.listed(ListDestinations.Standing.ACCEPTED)).hasSize(1);
      assertThat(trial.isOwed(1)).as("nobody knows").isTrue();
    }
  }

  @Test
  @Proves(4)
  void nothingIsSentSideBySideOnceItIsStopped() {
    try (var trial = new SlicesTrial()) {
      trial.join(1, "+381601", "RS", "RS-01", "en", false);
      trial.becomes(SlicesTrial.going(1, 1));
      trial.stopNode();

      trial.ring();

      assertThat(trial.pager.sent).isEmpty();
    }
  }
}
