package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.check.EndState.ItemEnd;
import org.homeward.trials.soak.check.EndState.NoticeEnd;
import org.homeward.trials.soak.history.Kind;
import org.junit.jupiter.api.Test;

/** A good run, and each way of breaking what became of cases, alerts and handovers. */
class CheckerTest {

  private final GoodRun run = new GoodRun();

  @Test
  void aGoodRunHasNoViolation() {
    assertThat(run.violations()).isEmpty();
  }

  @Test
  void whatWasAcceptedAndIsNotThereIsFound() {
    run.rs.remove("case-held");
    assertThat(run.violations())
        .containsExactly("invariant 1: HELD: accepted, and its case is not there");
  }

  @Test
  void anUnknownOutcomeMayBeThereOrNot() {
    run.unknown(Kind.FILE, "MAYBE");
    assertThat(run.violations()).isEmpty();
    run.rs.put("case-maybe", GoodRun.home("case-maybe", "MAYBE", false));
    run.copies.put("case-maybe", new CopyEnd(1, false, false, false));
    assertThat(run.violations()).isEmpty();
  }

  @Test
  void whatNobodyFiledIsFound() {
    run.rs.put("case-x", GoodRun.home("case-x", "NOBODY", false));
    run.copies.put("case-x", new CopyEnd(1, false, false, false));
    assertThat(run.violations()).containsExactly("invariant 1: NOBODY: a case nobody filed");
  }

  @Test
  void lostReleasesAndEndsAreFound() {
    GoodRun.change(run.rs, "case-out", c -> GoodRun.home(c.id(), c.plate(), false));
    assertThat(run.violations()).containsExactly("invariant 1: OUT: its release is lost");
  }

  @Test
  void aFreezeThatComesBackAfterItsLiftIsFound() {
    run.ok(Kind.LIFT, "HELD", "");
    assertThat(run.violations()).isEmpty();
    GoodRun.change(
        run.rs,
        "case-held",
        c -> new CaseEnd(c.id(), "rs", "HELD", false, false, false, true, false, List.of()));
    run.copies.put("case-held", new CopyEnd(1, false, false, true));
    assertThat(run.violations()).containsExactly("invariant 4: HELD: its lift is lost");
  }

  @Test
  void twoHandoversOfOneCaseToOnePartnerAreFound() {
    run.asked.add(GoodRun.operation(Kind.OFFER, "ALL", "ALL OFFER 2", GoodRun.T, 409, ""));
    assertThat(run.violations()).isEmpty();
    run.asked.add(GoodRun.operation(Kind.OFFER, "ALL", "ALL OFFER 3", GoodRun.T, 201, "other"));
    run.owned.put(
        "other", new HandoverEnd("other", true, "case-all", "CLOSED", true, false, GoodRun.PROOF));
    run.held.put(
        "other", new HandoverEnd("other", false, "foreign", "CLOSED", true, false, Set.of()));
    assertThat(run.violations()).containsExactly("invariant 2: ALL: offered at once, 2 granted");
  }

  @Test
  void twoOpenHandoversOfOneCaseAreFound() {
    for (String id : List.of("one", "two")) {
      assertThat(run.violations()).isEmpty();
      run.owned.put(id, new HandoverEnd(id, true, "case-out", "OFFERED", false, false, Set.of()));
    }
    assertThat(run.violations())
        .containsExactly("invariant 2: rs: case case-out has 2 open handovers");
  }

  @Test
  void aSecondAlertBesideALiveOneIsFound() {
    run.ok(Kind.SECOND_ALERT, "ALL", "", GoodRun.T);
    assertThat(run.violations()).isEmpty();
    run.ok(Kind.SECOND_ALERT, "ALL", "", GoodRun.T.plusSeconds(1));
    assertThat(run.violations())
        .containsExactly("invariant 2: ALL: a second alert beside a live one");
  }

  @Test
  void twoCasesOfOneReportAreFound() {
    run.rs.put("case-2", GoodRun.home("case-2", "HELD", false));
    run.copies.put("case-2", new CopyEnd(1, false, false, false));
    assertThat(run.violations()).containsExactly("invariant 2: HELD: 2 cases of one report");
  }

  @Test
  void aRepeatThatGaveSomethingElseOrWasRefusedIsFound() {
    run.asked.add(GoodRun.operation(Kind.FILE, "HELD", "HELD FILE", GoodRun.T, 201, "other"));
    run.asked.add(
        GoodRun.operation(Kind.RELEASE, "OUT", "OUT RELEASE", GoodRun.T.plusSeconds(9), 412, ""));
    assertThat(run.violations())
        .contains(
            "invariant 2: HELD: FILE gave different things to one key",
            "invariant 2: OUT: a repeated RELEASE was refused (412 stale)");
  }

  @Test
  void aMailTwiceIsFoundUnlessItIsListedAndTheSame() {
    run.mail("a@x", "m1", GoodRun.T.plusSeconds(101), "ALL", "");
    assertThat(run.violations())
        .containsExactly("invariant 2: ALL: a mailbox got the alert twice, unlisted");
    run.maybe.add("a@x");
    assertThat(run.violations()).isEmpty();
    run.mail("a@x", "m2", GoodRun.T.plusSeconds(102), "ALL", "");
    assertThat(run.violations())
        .containsExactly("invariant 2: ALL: one mailbox, two ids of the alert");
  }

  @Test
  void mailsWithoutAuthorityAreFound() {
    run.mail("b@x", "m9", GoodRun.T.minusSeconds(1), "ALL", "");
    run.mail("b@x", "e9", GoodRun.T.plusSeconds(300), "", "m9");
    assertThat(run.violations()).containsExactly("invariant 3: ALL: 1 mails before its approval");
    run.approver = "p-1003";
    assertThat(run.violations()).contains("invariant 3: alert alert: its author approved it");
  }

  @Test
  void moreThanABatchAfterTheStopIsFound() {
    for (int i = 0; i < 20; i++) {
      run.mail("c%d@x".formatted(i), "c" + i, GoodRun.T.plusSeconds(210), "ALL", "");
      run.mail("c%d@x".formatted(i), "ce" + i, GoodRun.T.plusSeconds(310), "", "c" + i);
    }
    assertThat(run.violations()).isEmpty();
    run.mail("d@x", "d", GoodRun.T.plusSeconds(210), "ALL", "");
    run.mail("d@x", "de", GoodRun.T.plusSeconds(310), "", "d");
    assertThat(run.violations()).containsExactly("invariant 4: ALL: 21 mails began after its stop");
  }

  @Test
  void whoWasToldAndGotNoEndIsFound() {
    run.mails.removeLast();
    assertThat(run.violations()).containsExactly("invariant 4: ALL: 1 were told and got no end");
  }

  @Test
  void moreEndsThanABatchToWhomNobodyToldAnythingAreFound() {
    for (int i = 0; i < 20; i++) {
      run.mail("c%d@x".formatted(i), "ce" + i, GoodRun.T.plusSeconds(310), "", "c" + i);
    }
    assertThat(run.violations()).isEmpty();
    run.mail("d@x", "de", GoodRun.T.plusSeconds(310), "", "d");
    assertThat(run.violations()).containsExactly("invariant 4: ALL: 21 got an end and no alert");
  }

  @Test
  void whatAPartnerMayNotIsFound() {
    run.ok(Kind.FOREIGN_END, "ALL", "");
    assertThat(run.violations()).containsExactly("invariant 5: ALL: ended by a partner");
  }

  @Test
  void aPartnerWhoDoesNotKnowOfTheEndIsFound() {
    run.held.put(
        "handover",
        new HandoverEnd("handover", false, "foreign", "RELEASED", false, false, Set.of()));
    assertThat(run.violations())
        .containsExactly("invariant 5: ALL: over at home, and its partner does not know");
  }

  @Test
  void whatStaysAbroadAfterTheRecallIsFound() {
    GoodRun.change(
        run.gr,
        "foreign",
        c -> new CaseEnd("foreign", "rs", "ALL", false, false, false, false, false, List.of()));
    run.owned.put("handover", GoodRun.side(true, "case-all", "RECALLED", Set.of()));
    assertThat(run.violations())
        .contains(
            "invariant 7: ALL: called back, and there is no receipt",
            "invariant 7: ALL: called back, and the partner still has it");
  }

  @Test
  void wordsThatStayAbroadAreFound() {
    GoodRun.change(
        run.gr,
        "foreign",
        c ->
            new CaseEnd(
                "foreign",
                "rs",
                "",
                false,
                false,
                false,
                false,
                true,
                List.of("alert case-copies")));
    assertThat(run.violations())
        .containsExactly("invariant 6: ALL: called back, and still in alert case-copies");
  }

  @Test
  void anExerciseOnARealDeskIsFound() {
    run.notices.set(0, new NoticeEnd("n1", "case-out", "desk", true));
    assertThat(run.violations()).contains("invariant 9: rs: n1 changed between exercise and real");
  }

  @Test
  void aLookThatIsNotRecordedIsFound() {
    run.looks.clear();
    assertThat(run.violations())
        .containsExactly("invariant 10: case-out p-1001: 1 looks, 0 recorded");
  }

  @Test
  void whatIsReleasedAndNotOnTheFeedOrTwiceIsFound() {
    ItemEnd second = run.feed.removeLast();
    assertThat(run.violations())
        .containsExactly("invariant 12: ALL: released, and not on the feed");
    run.feed.add(second);
    run.feed.add(new ItemEnd("n1", 3, false));
    assertThat(run.violations())
        .containsExactly("invariant 12: rs: notice n1 stands twice on the feed");
  }

  @Test
  void whatWasHeldAndIsWithThePoliceIsFound() {
    run.notice("case-held", 3);
    assertThat(run.violations())
        .containsExactly("invariant 12: HELD: police know of it, and nobody released it");
  }

  @Test
  void aCopyThatIsBehindIsFound() {
    run.copies.put("case-out", new CopyEnd(1, false, false, false));
    assertThat(run.violations())
        .contains("rs alert: its copy of case case-out has version 1, not 2");
  }
}
