package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertDecisionsTest {

  private static final Instant NOW = PreviewSamples.NOW.plusSeconds(60);

  @Test
  @Proves(3)
  void whatWasReturnedIsApprovedByNobodyUntilAnotherPersonHasWrittenItAnew() {
    Proposal first = AlertSamples.draft().proposal();
    Alert returned = becomes(AlertSamples.draft(), AlertSamples.returning(AlertSamples.draft()));

    assertThat(
            AlertDecisions.decide(
                returned, new AlertCommand.Approve(AlertSamples.approval(returned), Set.of()), NOW))
        .isEqualTo(new AlertDecision.Refused(AlertRefusal.NOT_NOW));
    Proposal byReturner = Proposal.by(AlertSamples.APPROVER, first.wish(), first.preview());
    assertThat(AlertDecisions.decide(returned, new AlertCommand.Amend(byReturner), NOW))
        .isEqualTo(new AlertDecision.Refused(AlertRefusal.SAME_PERSON));
    Alert anew = becomes(returned, new AlertCommand.Amend(AlertSamples.proposal(1)));
    assertThat(ShowAlerts.Queue.WAITING.holds(anew)).isTrue();
    assertThat(becomes(anew, new AlertCommand.Approve(AlertSamples.approval(anew), Set.of())))
        .isInstanceOf(Alert.Active.class);
  }

  @Test
  void nobodyReturnsHerOwnWordsOrAPreviewThatSheHasNotRead() {
    Alert.Draft draft = AlertSamples.draft();
    String hash = draft.proposal().preview().hash();

    assertThat(AlertDecisions.decide(draft, AlertSamples.returning(hash, AlertSamples.AUTHOR), NOW))
        .isEqualTo(new AlertDecision.Refused(AlertRefusal.SAME_PERSON));
    assertThat(
            AlertDecisions.decide(
                draft, AlertSamples.returning("0".repeat(64), AlertSamples.APPROVER), NOW))
        .isEqualTo(new AlertDecision.Refused(AlertRefusal.OTHER_PREVIEW));
  }

  @Test
  void anUpdateThatIsReturnedLeavesWhatGoesOut() {
    var updating = AlertSamples.updating();
    var returned = (Alert.Active) becomes(updating, AlertSamples.returning(updating));

    assertThat(returned.issue()).isEqualTo(updating.issue());
    assertThat(ShowAlerts.Queue.RETURNED.holds(returned)).isTrue();
    assertThat(ShowAlerts.Queue.LIVE.holds(returned)).isTrue();
    Proposal byReturner =
        Proposal.by(AlertSamples.APPROVER, updating.issue().wish(), updating.issue().preview());
    assertThat(AlertDecisions.decide(returned, new AlertCommand.Propose(byReturner), NOW))
        .isEqualTo(new AlertDecision.Refused(AlertRefusal.SAME_PERSON));
  }

  private record Row(
      String name, AlertRefusal expected, Alert alert, Approval approval, Instant now) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> brokenApprovals() {
    Alert.Draft draft = AlertSamples.draft();
    Approval good = AlertSamples.approval(draft.proposal());
    Set<String> approver = Set.of(AlertSamples.APPROVER);
    Authority revoked = AlertSamples.entry(approver, PreviewSamples.UNTIL, PreviewSamples.NOW);
    Authority ended = AlertSamples.entry(approver, NOW, null);
    Authority others = AlertSamples.entry(Set.of("x"), PreviewSamples.UNTIL, null);
    return Stream.of(
        row("author", AlertRefusal.SAME_PERSON, with(good, AlertSamples.AUTHOR), NOW),
        row(
            "another hash",
            AlertRefusal.OTHER_PREVIEW,
            new Approval(
                good.person(),
                "0".repeat(64),
                good.entry(),
                7,
                good.ordersRead(),
                good.orders(),
                Set.of()),
            NOW),
        row(
            "31 minutes later",
            AlertRefusal.PREVIEW_TOO_OLD,
            good,
            PreviewSamples.NOW.plus(Duration.ofMinutes(31))),
        row("no entry", AlertRefusal.NOT_IN_REGISTER, with(good, Optional.empty()), NOW),
        row("revoked entry", AlertRefusal.NOT_IN_REGISTER, with(good, Optional.of(revoked)), NOW),
        row("ended entry", AlertRefusal.NOT_IN_REGISTER, with(good, Optional.of(ended)), NOW),
        row(
            "of another office",
            AlertRefusal.NOT_IN_REGISTER,
            with(good, Optional.of(others)),
            NOW),
        row(
            "stopped",
            AlertRefusal.HELD,
            new Approval(
                good.person(),
                good.hash(),
                good.entry(),
                7,
                good.ordersRead(),
                good.orders(),
                Set.of(Hold.CASE_STOPPED)),
            NOW),
        row(
            "not a search",
            AlertRefusal.NOT_A_SEARCH,
            new Approval(
                good.person(),
                good.hash(),
                good.entry(),
                7,
                good.ordersRead(),
                good.orders(),
                Set.of(Hold.NOT_A_SEARCH, Hold.CASE_FROZEN)),
            NOW),
        row(
            "orders not checked",
            AlertRefusal.ORDERS_NOT_CHECKED,
            said(good, good.ordersRead(), Optional.empty()),
            NOW),
        row(
            "a word of a newer intake",
            AlertRefusal.ORDERS_NOT_CHECKED,
            said(good, good.ordersRead(), AlertSamples.word("PERHAPS")),
            NOW),
        row(
            "another word than the one that was read",
            AlertRefusal.OTHER_WORD,
            said(good, NOW.minusSeconds(1), AlertSamples.word("NONE_FOUND")),
            NOW),
        row(
            "orders that nobody read of",
            AlertRefusal.OTHER_WORD,
            said(good, null, AlertSamples.word("FOUND")),
            NOW));
  }

  private static Approval said(
      Approval good, @Nullable Instant read, Optional<OrdersChecked> orders) {
    return new Approval(good.person(), good.hash(), good.entry(), 7, read, orders, Set.of());
  }

  private static Row row(String name, AlertRefusal expected, Approval approval, Instant now) {
    return new Row(name, expected, AlertSamples.draft(), approval, now);
  }

  private static Approval with(Approval good, String person) {
    return new Approval(
        person, good.hash(), good.entry(), 7, good.ordersRead(), good.orders(), Set.of());
  }

  private static Approval with(Approval good, Optional<Authority> entry) {
    return new Approval(
        good.person(), good.hash(), entry, 7, good.ordersRead(), good.orders(), Set.of());
  }

  @ParameterizedTest
  @MethodSource("brokenApprovals")
  @Proves({3, 4})
  void approvalThatBreaksARuleChangesNothing(Row row) {
    AlertDecision decided =
        AlertDecisions.decide(
            row.alert(), new AlertCommand.Approve(row.approval(), Set.of()), row.now());

    assertThat(decided).isEqualTo(new AlertDecision.Refused(row.expected()));
  }

  @Test
  @Proves(3)
  void alertWhoseTimeIsOverIsNotApproved() {
    var document = PreviewSamples.document(1, 30, false);
    var short_ =
        new PreviewDocument(
            document.alert(),
            1,
            document.caseId(),
            7,
            "rs",
            false,
            document.audience(),
            1,
            document.rule(),
            document.addressees(),
            NOW,
            document.authority(),
            document.parts(),
            document.leftOut(),
            document.reference(),
            List.of(),
            document.byChannel(),
            List.of(),
            null);
    var proposal =
        Proposal.by(AlertSamples.AUTHOR, PreviewSamples.wish(), PreviewSamples.preview(short_));

    AlertDecision decided =
        AlertDecisions.decide(
            new Alert.Draft(PreviewSamples.CASE, "rs", false, proposal),
            new AlertCommand.Approve(AlertSamples.approval(proposal), Set.of()),
            NOW);

    assertThat(decided).isEqualTo(new AlertDecision.Refused(AlertRefusal.EXPIRED));
  }

  @Test
  void childThatWasFoundSinceIsNotInWhatStarts() {
    Alert.Draft draft = AlertSamples.draft();

    var becomes =
        (AlertDecision.Becomes)
            AlertDecisions.decide(
                draft,
                new AlertCommand.Approve(
                    AlertSamples.approval(draft.proposal()), Set.of(PreviewSamples.BOY)),
                NOW);

    assertThat(((Alert.Active) becomes.alert()).issue().withdrawn())
        .containsExactly(PreviewSamples.BOY);
  }

  @Test
  @Proves(3)
  void nobodyWhoseWordsAreInItApprovesIt() {
    Proposal first = AlertSamples.draft().proposal();
    Proposal rewritten = Proposal.by("person-vesna", first.wish(), first.preview());
    Alert draft = becomes(AlertSamples.draft(), new AlertCommand.Amend(rewritten));
    Proposal update = AlertSamples.proposal(2);
    Proposal byApprover = Proposal.by(AlertSamples.APPROVER, update.wish(), update.preview());
    Alert updating = becomes(AlertSamples.active(), new AlertCommand.Propose(byApprover));

    for (Alert written : List.of(draft, updating)) {
      Approval own = with(AlertSamples.approval(written), AlertSamples.AUTHOR);
      assertThat(AlertDecisions.decide(written, new AlertCommand.Approve(own, Set.of()), NOW))
          .isEqualTo(new AlertDecision.Refused(AlertRefusal.SAME_PERSON));
    }
  }

  @Test
  @Proves(4)
  void endIsSaidInTheLanguagesOfAllEditionsAndAsTheNewestHasIt() {
    PreviewDocument all = PreviewSamples.document(2, 30, false);
    var serbianOnly =
        new PreviewDocument(
            all.alert(),
            2,
            all.caseId(),
            7,
            "rs",
            false,
            all.audience(),
            all.vocabulary(),
            all.rule(),
            all.addressees(),
            all.until(),
            all.authority(),
            Map.of("sr", PreviewSamples.part("newest")),
            List.of(),
            all.reference(),
            List.of(),
            all.byChannel(),
            List.of(),
            null);
    var update =
        Proposal.by(
            AlertSamples.AUTHOR, PreviewSamples.wish(), PreviewSamples.preview(serbianOnly));
    Alert updating = becomes(AlertSamples.active(), new AlertCommand.Propose(update));
    Alert second =
        becomes(updating, new AlertCommand.Approve(AlertSamples.approval(update), Set.of()));

    var over = (Alert.Over) becomes(second, new AlertCommand.Cancel(false));

    assertThat(over.ends())
        .isEqualTo(
            Map.of(
                "en", PreviewSamples.part("en").end(), "sr", PreviewSamples.part("newest").end()));
  }

  @Test
  @Proves(3)
  void approvalThatAFreezeVoidedStaysVoidUntilANewOneIsGiven() {
    Alert frozen =
        becomes(AlertSamples.active(), new AlertCommand.Obstruct(Set.of(Hold.CASE_FROZEN), 0));
    Alert lifted = becomes(frozen, new AlertCommand.Obstruct(Set.of(), 0));
    Alert stopped = becomes(lifted, new AlertCommand.Obstruct(Set.of(Hold.NODE_STOPPED), 0));
    Alert again = becomes(stopped, new AlertCommand.Obstruct(Set.of(), 0));
    Proposal next = AlertSamples.proposal(2);
    Alert proposed = becomes(again, new AlertCommand.Propose(next));

    assertThat(((Alert.Frozen) again).holds()).containsExactly(Hold.APPROVAL_VOID);
    Alert approved =
        becomes(proposed, new AlertCommand.Approve(AlertSamples.approval(next), Set.of()));
    assertThat(approved).isInstanceOf(Alert.Active.class);
    assertThat(AlertDecisions.decide(approved, new AlertCommand.Obstruct(Set.of(), 7), NOW))
        .as("a freeze of which the approver knew")
        .isEqualTo(new AlertDecision.Same());
  }

  @Test
  @Proves(3)
  void alertThatAnEarlierBuildFrozeWithItsCaseNeedsANewApprovalToo() {
    Issue issue = AlertSamples.active().issue();
    Alert before =
        new Alert.Frozen(PreviewSamples.CASE, "rs", false, issue, Set.of(Hold.CASE_FROZEN), null);

    assertThat(becomes(before, new AlertCommand.Obstruct(Set.of(), 0)))
        .isInstanceOfSatisfying(
            Alert.Frozen.class, frozen -> assertThat(frozen.waitsForApproval()).isTrue());
  }

  private static Alert becomes(Alert alert, AlertCommand command) {
    return ((AlertDecision.Becomes) AlertDecisions.decide(alert, command, NOW)).alert();
  }

  @Test
  @Proves({3, 4})
  void takingAChildAwayVoidsNothingAndGoesOutWithoutItsWordsAndTheAuthors() {
    var first =
        (AlertDecision.Becomes)
            AlertDecisions.decide(
                AlertSamples.updating(), AlertCommand.Withdraw.of(PreviewSamples.BOY), NOW);
    var active = (Alert.Active) first.alert();

    assertThat(active.issue().order()).isEqualTo(AlertSamples.active().issue().order());
    assertThat(active.next()).isEqualTo(AlertSamples.updating().next());
    assertThat(active.issue().edition()).as("whoever has its part must hear").isEqualTo(2);
    assertThat(PreviewSamples.part("en").text(Set.of())).doesNotContain("takes the place");
    assertThat(PreviewSamples.part("en").text(active.issue().withdrawn()))
        .contains("Gordana", "Novi Sad", "takes the place")
        .doesNotContain("Bojan");
    var last =
        (AlertDecision.Becomes)
            AlertDecisions.decide(active, AlertCommand.Withdraw.of(PreviewSamples.GIRL), NOW);
    assertThat(last.alert())
        .isInstanceOfSatisfying(
            Alert.Over.class, over -> assertThat(over.how()).isEqualTo(Alert.Ending.ENDED));
  }

  @Test
  @Proves(3)
  void anOperatorAloneDoesNotEndAnAlertByItsLastChildUnlessItIsTheWrongOne() {
    for (Alert alert :
        List.of(AlertSamples.activeWithoutTheBoy(), AlertSamples.frozenWithoutTheBoy())) {
      assertThat(AlertDecisions.decide(alert, girl(AlertCommand.Last.STAYS), NOW))
          .isEqualTo(new AlertDecision.Refused(AlertRefusal.OPERATOR_FREEZES));
      assertThat(becomes(alert, girl(AlertCommand.Last.WAS_WRONG)))
          .isInstanceOfSatisfying(
              Alert.Over.class, over -> assertThat(over.how()).isEqualTo(Alert.Ending.WRONG_CHILD));
    }
    assertThat(becomes(AlertSamples.active(), girl(AlertCommand.Last.STAYS)))
        .as("another child is left in it")
        .isInstanceOf(Alert.Active.class);
  }

  private static AlertCommand girl(AlertCommand.Last last) {
    return new AlertCommand.Withdraw(PreviewSamples.GIRL, last);
  }

  @Test
  void whoWasTakenOutDoesNotComeBackByAnUpdate() {
    var without =
        (Alert.Active)
            ((AlertDecision.Becomes)
                    AlertDecisions.decide(
                        AlertSamples.updating(), AlertCommand.Withdraw.of(PreviewSamples.BOY), NOW))
                .alert();

    var second =
        (AlertDecision.Becomes)
            AlertDecisions.decide(
                without,
                new AlertCommand.Approve(AlertSamples.approval(without.next()), Set.of()),
                NOW);

    Issue issue = ((Alert.Active) second.alert()).issue();
    assertThat(issue.edition()).isEqualTo(3);
    assertThat(issue.withdrawn()).containsExactly(PreviewSamples.BOY);
  }
}
