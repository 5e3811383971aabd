package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.aForeignCase;
import static org.homeward.intake.cases.CaseSamples.command;
import static org.homeward.intake.cases.CaseSamples.noOrders;
import static org.homeward.intake.cases.CaseSamples.ofKind;
import static org.homeward.intake.cases.TrialRulings.after;
import static org.homeward.intake.cases.TrialRulings.refusal;

import java.time.Duration;
import java.util.List;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A child at risk, one who was found, and the only step from one kind to another. */
class KindDecisionsTest {

  private static final CaseCommand MISSING = command(CaseCommand.Move.GO_MISSING);
  private static final CaseCommand RENEW = command(CaseCommand.Move.RENEW_AT_RISK);

  private static Case open(Release release) {
    return aCase(false, ChildState.MISSING, release, Proposal.RELEASE);
  }

  private static Case atRisk(Release release) {
    return ofKind(CaseKind.AT_RISK, open(release));
  }

  private static PoliceRelease.Held held(Case now) {
    return (PoliceRelease.Held) now.reports().getFirst().report().policeRelease();
  }

  @Test
  @Proves(12)
  void aReportOfAChildAtRiskIsProposedToBeHeldWhateverItSays() {
    Case proposed = atRisk(Release.UNDECIDED).proposing();
    assertThat(proposed.reports().getFirst().proposal())
        .isEqualTo(new Proposal(HoldReason.AT_RISK));

    Case joined =
        after(
            proposed,
            new CaseCommand.Join(CaseSamples.further(Says.EMPTY), List.of(), false),
            "p2");
    assertThat(joined.reports()).allMatch(each -> each.proposal().hold() == HoldReason.AT_RISK);
    assertThat(ofKind(CaseKind.UNIDENTIFIED, open(Release.UNDECIDED)).proposing().reports())
        .noneMatch(each -> each.proposal().hold() == HoldReason.AT_RISK);
  }

  @Test
  @Proves(12)
  void theStepReleasesNothingAndKeepsWhatWasPrepared() {
    Case prepared =
        after(atRisk(Release.HELD), new CaseCommand.CheckOrders(noOrders("KU 1")), "p2");

    CaseDecision decided = CaseDecisions.decide(prepared, MISSING, "p1", NOW.plusSeconds(9));

    var changed = (CaseDecision.Changed) decided;
    assertThat(changed.change()).isEqualTo(ChangeType.CASE_RECATEGORISED);
    assertThat(changed.essential()).as("never refused for the size of the case").isTrue();
    Case search = changed.next();
    assertThat(search.reports()).allMatch(each -> each.report().isHeld());
    assertThat(search.facts()).isEqualTo(prepared.facts());
    assertThat(search.rulings().orders()).isEqualTo(prepared.rulings().orders());
    assertThat(search.notTo()).isEqualTo(prepared.notTo());
    assertThat(search.rulings().kind().missingSince()).contains(NOW.plusSeconds(9));
    assertThat(CaseTopic.snapshot(search).isSearch()).isTrue();
    assertThat(search.reports().getFirst().proposal().hold()).isNotEqualTo(HoldReason.AT_RISK);
  }

  /** The category was said before, and is still there to be read. */
  @Test
  @Proves(12)
  void afterTheStepTheCategoryOfBeforeHoldsNothing() {
    Says said = Says.builder().category(Code.of(Category.AT_RISK)).build();
    var threatened =
        after(
            atRisk(Release.UNDECIDED),
            new CaseCommand.Join(CaseSamples.further(said), List.of(), false),
            "p2");
    assertThat(threatened.reports()).allMatch(each -> each.proposal().hold() == HoldReason.AT_RISK);

    Case search = after(threatened, MISSING, "p1");

    assertThat(search.reports()).noneMatch(each -> each.proposal().hold() == HoldReason.AT_RISK);
    assertThat(search.facts().category()).as("the fact stays").isEqualTo(said.category());
    Case always =
        after(
            open(Release.UNDECIDED),
            new CaseCommand.Join(CaseSamples.further(said), List.of(), false),
            "p2");
    assertThat(always.proposing().reports())
        .as("a search that never was anything else")
        .allMatch(each -> each.proposal().hold() == HoldReason.AT_RISK);
  }

  @Test
  void theStepIsTakenOnceAndLeadsOneWay() {
    Case search = after(atRisk(Release.HELD), MISSING, "p1");

    assertThat(CaseDecisions.decide(search, MISSING, "p2", NOW))
        .isEqualTo(new CaseDecision.Unchanged());
    assertThat(refusal(search, RENEW, "p2")).isEqualTo(CaseDecision.Refusal.NOT_AT_RISK);
    for (CaseKind kind : List.of(CaseKind.MISSING, CaseKind.UNIDENTIFIED)) {
      Case other = ofKind(kind, open(Release.HELD));
      assertThat(refusal(other, MISSING, "p1")).isEqualTo(CaseDecision.Refusal.NOT_AT_RISK);
      assertThat(refusal(other, RENEW, "p1")).isEqualTo(CaseDecision.Refusal.NOT_AT_RISK);
    }
    Case ended =
        ofKind(
            CaseKind.AT_RISK, aCase(false, ChildState.ENDED, Release.RELEASED, Proposal.RELEASE));
    assertThat(refusal(ended, MISSING, "p1")).isEqualTo(CaseDecision.Refusal.CASE_ENDED);
    assertThat(refusal(ended, RENEW, "p1")).isEqualTo(CaseDecision.Refusal.CASE_ENDED);
    assertThat(refusal(aForeignCase(false, ChildState.MISSING, Release.HELD), MISSING, "p1"))
        .isEqualTo(CaseDecision.Refusal.NOT_THE_OWNER);
  }

  @Test
  void aFrozenCaseAtRiskBecomesASearchThatIsFrozen() {
    Case search = after(atRisk(Release.HELD).frozen(NOW, "p2"), MISSING, "p1");

    assertThat(search.isFrozen()).isTrue();
    assertThat(search.rulings().kind().is(CaseKind.MISSING)).isTrue();
  }

  @Test
  @Proves(11)
  void aThreatThatASupervisorSawIsLookedAtEachMonthAndAsASearchAtOnce() {
    var hold = new CaseCommand.Hold("r1", HoldReason.AT_RISK, false);
    Case first = after(atRisk(Release.UNDECIDED), hold, "p1");
    assertThat(held(first).reviewAt())
        .as("one person alone")
        .isEqualTo(NOW.plus(Duration.ofHours(12)));
    Case held = after(first, new CaseCommand.Hold("r1", HoldReason.AT_RISK, true), "s1");
    assertThat(held(held).reviewAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    Case otherwise =
        after(
            atRisk(Release.UNDECIDED), new CaseCommand.Hold("r1", HoldReason.REFUSED, false), "p1");
    assertThat(held(otherwise).reviewAt()).isEqualTo(NOW.plus(Duration.ofHours(12)));

    assertThat(held(after(held, MISSING, "p1")).reviewAt())
        .isEqualTo(NOW.plus(Duration.ofHours(12)));
    Case urgent = after(held, command(CaseCommand.Move.AMEND), "p1");
    assertThat(held(urgent).reviewAt()).as("high risk").isEqualTo(NOW.plus(Duration.ofMinutes(60)));
  }

  @Test
  @Proves(11)
  void itsEndIsATaskThatOnlyARenewalOrTheStepFinishes() {
    Case due = atRisk(Release.HELD);
    due = due.with(due.rulings().being(due.rulings().kind().rung(NOW)));
    assertThat(due.allTasks()).extracting(Task::kind).contains(Task.Kind.RENEW_AT_RISK);
    String task = "RENEW_AT_RISK.kind.at-risk";
    assertThat(refusal(due, new CaseCommand.FinishTask(task), "p1"))
        .isEqualTo(CaseDecision.Refusal.UNKNOWN_TASK);

    for (CaseCommand done : List.of(RENEW, MISSING)) {
      assertThat(after(due, done, "p1").allTasks())
          .extracting(Task::kind)
          .doesNotContain(Task.Kind.RENEW_AT_RISK);
    }
    assertThat(after(due, command(CaseCommand.Move.END), "p1").allTasks())
        .extracting(Task::kind)
        .doesNotContain(Task.Kind.RENEW_AT_RISK);
    assertThat(CaseDecisions.decide(due, RENEW, "p1", NOW))
        .as("readers of the topic need not hear of it")
        .isInstanceOf(CaseDecision.Noted.class);
  }

  @Test
  @Proves(6)
  void itsTopicTellsItsKindAndAPictureOfItIsForPoliceAlone() {
    CaseSnapshot plain = CaseTopic.snapshot(pictured(CaseKind.MISSING));
    assertThat(plain.caseKind()).as("as before there were kinds").isNull();
    assertThat(plain.photos().getFirst().isFor(Audience.PUBLIC)).isTrue();

    for (CaseKind kind : List.of(CaseKind.AT_RISK, CaseKind.UNIDENTIFIED)) {
      CaseSnapshot told = CaseTopic.snapshot(pictured(kind));
      assertThat(told.caseKind()).isEqualTo(Code.of(kind));
      assertThat(told.isSearch()).isFalse();
      CasePhoto photo = told.photos().getFirst();
      assertThat(photo.isFor(Audience.POLICE)).isTrue();
      assertThat(photo.isFor(Audience.PARTNER) || photo.isFor(Audience.PUBLIC)).isFalse();
      assertThat(photo.publicDigests()).isEmpty();
    }
  }

  private static Case pictured(CaseKind kind) {
    return CaseSamples.pictured(ofKind(kind, open(Release.RELEASED)));
  }

  @Test
  void everyStoredCaseFromBeforeReadsAsASearch() {
    Case before = open(Release.HELD);
    assertThat(before.rulings().kind()).isEqualTo(KindRuling.SEARCH);
    assertThat(before.rulings().being(KindRuling.SEARCH)).isEqualTo(before.rulings());
  }
}
