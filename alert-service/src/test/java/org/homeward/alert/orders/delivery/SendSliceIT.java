package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.delivery.ListDestinations.Standing;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches of mails: what a stop holds back, what a crash leaves, and who is told. */
class SendSliceIT {

  private final SlicesTrial trial = new SlicesTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  @Proves(4)
  void stopMidWayOfTwoThousandHoldsBackAllButTheBatchInFlight() {
    trial.volunteers(2_000);
    trial.mailer.set(
        mail -> {
          if (trial.sent.size() == 730) {
            trial.stopNode();
          }
          return new MailResult.Accepted("provider");
        });

    trial.becomes(SlicesTrial.going(1, 2_000));
    trial.ring();
    trial.ringAfter(Duration.ofMinutes(1));

    assertThat(trial.sent).hasSize(740);
    List<Mail> alerts = List.copyOf(trial.sent);
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2_000)));
    trial.ring();
    List<Mail> ends = trial.sent.subList(740, trial.sent.size());
    assertThat(ends).hasSize(740);
    Map<String, String> alertOf = new HashMap<>();
    alerts.forEach(mail -> alertOf.put(mail.to(), mail.messageId()));
    assertThat(ends)
        .allSatisfy(end -> assertThat(end.references()).containsExactly(alertOf.get(end.to())));
    assertThat(trial.list.counts(PreviewSamples.ALERT, trial.alert().state()).end())
        .isEqualTo(Map.of("ACCEPTED", 740));
  }

  @Test
  void aWatcherLearnsHowManyAreLeftAndHowManyEndsAreOwed() {
    trial.volunteers(30);
    trial.join(31, "far@example.org", "RS", "RS-02", "en", false);
    trial.becomes(SlicesTrial.going(1, 31));
    assertThat(trial.progress.remaining(trial.seen())).contains(30);

    trial.batch(1);
    assertThat(trial.progress.remaining(trial.seen())).contains(10);
    trial.ring();
    assertThat(trial.progress.remaining(trial.seen())).contains(0);
    trial.becomes(SlicesTrial.going(2, 31));
    assertThat(trial.progress.remaining(trial.seen())).as("another edition").contains(30);
    assertThat(trial.progress.owed(trial.seen())).isZero();

    trial.becomes(AlertSamples.over(SlicesTrial.going(2, 31)));
    assertThat(trial.progress.remaining(trial.seen())).isEmpty();
    assertThat(trial.progress.owed(trial.seen())).isEqualTo(30);
    trial.batch(1);
    assertThat(trial.progress.owed(trial.seen())).isEqualTo(10);
    trial.ring();
    assertThat(trial.progress.owed(trial.seen())).isZero();
  }

  @Test
  @Proves({2, 4})
  void whoeverWasMeantWhenTheSenderDiedMayHaveItTwiceUnderOneIdAndGetsTheEnd() {
    trial.volunteers(60);
    trial.mailer.set(
        mail -> {
          if (trial.sent.size() == 25) {
            throw new IllegalStateException("the process dies here");
          }
          return new MailResult.Accepted("provider");
        });
    trial.becomes(SlicesTrial.going(1, 60));
    assertThatThrownBy(trial::ring).hasMessageContaining("dies");
    trial.mailer.set(mail -> new MailResult.Accepted("provider"));

    trial.ring();
    assertThat(trial.sent).as("whoever holds the claim is not disturbed").hasSize(25);
    trial.ringAfter(Duration.ofSeconds(31));
    trial.ringAfter(Duration.ofSeconds(31));

    Map<String, Set<String>> ids = new HashMap<>();
    trial.sent.forEach(
        mail -> ids.computeIfAbsent(mail.to(), _ -> new HashSet<>()).add(mail.messageId()));
    assertThat(ids).hasSize(60).allSatisfy((to, id) -> assertThat(id).hasSize(1));
    assertThat(trial.sent).hasSize(65);
    var repeated = trial.repeated();
    assertThat(repeated).hasSize(20);
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 60)));
    trial.ring();
    assertThat(trial.sent).hasSize(125);
    assertThat(trial.repeated()).as("who may have it twice stays listed after the end").hasSize(20);
  }

  @Test
  @Proves(4)
  void whoMayHaveBeenSentItSinceAnEarlierCopyGetsTheEndAndIsListed() {
    trial.volunteers(30);
    trial.join(31, "far@example.org", "RS", "RS-02", "en", false);
    trial.becomes(SlicesTrial.going(1, 31));
    trial.batch(1);
    assertThat(trial.sent).hasSize(20);

    trial.countAsTold.count(trial.alert());
    trial.countAsTold.count(trial.alert());
    trial.ring();
    assertThat(trial.sent).as("not at once").hasSize(20);
    assertThat(trial.repeated()).hasSize(10);
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 31)));
    trial.ring();

    assertThat(trial.sent.subList(20, 50))
        .extracting(Mail::to)
        .hasSize(30)
        .doesNotContain("far@example.org");
    assertThat(trial.sent).hasSize(50);
  }

  @Test
  @Proves(4)
  void alarmIsAnsweredWithOneBatchAndAStopIsSeenWithinASecondOfIt() {
    trial.volunteers(60);
    trial.mailer.set(
        mail -> {
          trial.clock.advance(Duration.ofMillis(400));
          if (trial.sent.size() == 23) {
            trial.stopNode();
          }
          return new MailResult.Accepted("provider");
        });
    trial.becomes(SlicesTrial.going(1, 60));
    assertThat(trial.batch(1)).isTrue();
    assertThat(trial.sent).as("no mail begins when a batch has lasted so long").hasSize(11);

    trial.ring();
    trial.ringAfter(Duration.ofMinutes(1));

    assertThat(trial.sent).hasSize(25);
    assertThat(trial.owesEnds(1)).isFalse();
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 60)));
    assertThat(trial.owesEnds(1)).isTrue();
    trial.ring();
    assertThat(trial.sent).as("who was not begun with is owed nothing").hasSize(50);
  }

  @Test
  @Proves({4, 5})
  void brakeLetsTheBatchFinishThatHasBegunAndHoldsBackTheNextAndNoEnd() {
    trial.volunteers(60);
    trial.mailer.set(
        mail -> {
          trial.clock.advance(Duration.ofMillis(400));
          if (trial.sent.size() == 3) {
            trial.brake(true);
          }
          return new MailResult.Accepted("provider");
        });
    trial.becomes(SlicesTrial.going(1, 60));

    trial.ring();

    assertThat(trial.sent).as("as many as a batch takes").hasSize(11);
    trial.ringAfter(Duration.ofMinutes(1));
    assertThat(trial.sent).hasSize(11);
    trial.brake(false);
    trial.ringAfter(Duration.ofSeconds(11));
    assertThat(trial.sent).hasSize(60);
    trial.brake(true);
    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 60)));
    trial.ring();
    assertThat(trial.sent).hasSize(120);
  }

  @Test
  @Proves(2)
  void whatWasSentBeforeTheStatesCouldNotBeReadIsRecordedAndNotSentAgain() {
    trial.volunteers(30);
    trial.mailer.set(
        mail -> {
          trial.clock.advance(Duration.ofMillis(400));
          trial.statesAreRead = trial.sent.size() != 3;
          return new MailResult.Accepted("provider");
        });
    trial.becomes(SlicesTrial.going(1, 30));

    trial.batch(1);

    assertThat(trial.sent).hasSize(3);
    assertThat(trial.listed(Standing.ACCEPTED)).hasSize(3);
    trial.statesAreRead = true;
    trial.ring();
    assertThat(trial.sent).extracting(Mail::to).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  @Proves(2)
  void resultOfASenderThatSleptTooLongChangesNothing() {
    trial.volunteers(1);
    trial.mailer.set(
        mail -> {
          trial.mailer.set(again -> new MailResult.Accepted("provider"));
          trial.ringAfter(Duration.ofSeconds(30)); // another sender takes it for lost
          return new MailResult.Accepted("provider");
        });
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();

    assertThat(trial.listed(Standing.UNKNOWN)).hasSize(1);
    trial.ringAfter(Duration.ofSeconds(31));
    assertThat(trial.sent).hasSize(2);
    assertThat(trial.sent.getLast().messageId()).isEqualTo(trial.sent.getFirst().messageId());
  }

  @Test
  @Proves(3)
  void aRegionIsToldWithTheRegionsInItAndThoseThatItIsIn() {
    trial.join(1, "province@example.org", "RS", "RS-VO", "en", false);
    trial.join(2, "beside@example.org", "RS", "RS-02", "en", false);
    trial.join(3, "anywhere@example.org", "RS", "", "en", false);

    trial.becomes(SlicesTrial.going(1, 3));
    trial.ring();

    assertThat(trial.sent)
        .extracting(Mail::to)
        .containsExactlyInAnyOrder("province@example.org", "anywhere@example.org");
    assertThat(trial.addressees.count(PreviewSamples.document(1, 3, false).rule()))
        .hasValue(Map.of(Channel.MAIL, 2, Channel.WEBHOOK, 0, Channel.SMS, 0));
    assertThat(trial.addressees.count(PreviewSamples.document(1, 2, false).rule()))
        .hasValue(Map.of(Channel.MAIL, 1, Channel.WEBHOOK, 0, Channel.SMS, 0));
  }

  @Test
  @Proves(3)
  void alertOfAnEarlierBuildGoesToTheRegionsThatItNamesAndToNobodyElse() {
    trial.join(1, "province@example.org", "RS", "RS-VO", "en", false);
    trial.join(2, "named@example.org", "RS", "RS-01", "en", false);
    trial.join(3, "anywhere@example.org", "RS", "", "en", false);

    trial.becomes(AlertSamples.goingSinceAnEarlierBuild(3));
    trial.ring();
    trial.countAsTold.count(trial.alert());
    trial.becomes(AlertSamples.over(AlertSamples.goingSinceAnEarlierBuild(3)));
    trial.ring();

    assertThat(trial.sent)
        .extracting(Mail::to)
        .containsExactlyInAnyOrder(
            "named@example.org",
            "anywhere@example.org",
            "named@example.org",
            "anywhere@example.org");
  }

  @Test
  @Proves({3, 9})
  void onlyWhomTheApprovedRuleSelectsIsTold() {
    trial.volunteers(1);
    trial.join(2, "abroad@example.org", "GR", "GR-I", "en", false);
    trial.join(3, "elsewhere@example.org", "RS", "RS-22", "en", false);
    trial.join(4, "other-language@example.org", "RS", "RS-01", "el", false);
    trial.join(5, "drill@example.org", "RS", "RS-01", "en", true);
    trial.join(6, "after-the-watermark@example.org", "RS", "RS-01", "en", false);

    trial.becomes(SlicesTrial.going(1, 5));
    trial.ring();

    assertThat(trial.sent).extracting(Mail::to).containsExactly("v1@example.org");
    trial.becomes(AlertSamples.going(2, 5, true));
    trial.ring();
    assertThat(trial.sent)
        .extracting(Mail::to)
        .containsExactly("v1@example.org", "drill@example.org");
  }

  @Test
  void updateFollowsItsAlertAndWhoJoinedLaterGetsTheUpdateOnly() {
    trial.volunteers(1);
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();
    trial.volunteers(2);
    trial.becomes(SlicesTrial.going(2, 2));
    trial.ring();

    List<Mail> mails = trial.to("v1@example.org");
    assertThat(mails).hasSize(2);
    assertThat(mails.getLast().references()).containsExactly(mails.getFirst().messageId());
    assertThat(trial.to("v2@example.org"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.references()).isEmpty());
  }

  @Test
  @Proves({4, 6})
  void nothingNewStartsOnStaleCasesAndEndsGoAllTheSame() {
    trial.volunteers(2);
    trial.becomes(SlicesTrial.going(1, 1));
    trial.ring();
    trial.fresh = false;
    trial.becomes(SlicesTrial.going(1, 2));
    trial.ring();
    trial.ringAfter(Duration.ofMinutes(1));
    assertThat(trial.sent).hasSize(1);

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 2)));
    trial.ring();

    assertThat(trial.sent).hasSize(2);
  }

  @Test
  @Proves(4)
  void alertWhoseTimeIsOverIsNotSentWhateverItsAlarmDoes() {
    trial.volunteers(1);
    trial.becomes(SlicesTrial.going(1, 1));
    trial.clock.set(PreviewSamples.UNTIL);

    trial.ring();

    assertThat(trial.sent).isEmpty();
  }

  @Test
  void anotherWayToPeopleIsAnotherSenderAndWhoIsOnNoneIsListed() {
    trial.volunteers(1);
    trial.join(2, "+381601234567", "RS", "RS-01", "en", false);
    trial.join(3, "neither", "RS", "RS-01", "en", false);
    trial.becomes(SlicesTrial.going(1, 3));
    trial.ring();

    assertThat(trial.sent).extracting(Mail::to).containsExactly("v1@example.org");
    assertThat(trial.pager.sent).hasSize(1);
    assertThat(trial.listed(Standing.ACCEPTED))
        .extracting(line -> line.delivery().provider())
        .containsExactly("provider", "pager");
    assertThat(trial.listed(Standing.UNREACHED))
        .singleElement()
        .satisfies(line -> assertThat(line.delivery().reason()).isEqualTo("bad-address"));

    trial.becomes(AlertSamples.over(SlicesTrial.going(1, 3)));
    trial.ring();
    assertThat(trial.sent).hasSize(2);
    assertThat(trial.pager.sent).hasSize(2);
  }
}
