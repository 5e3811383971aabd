package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.CHILD;
import static org.homeward.intake.aftercare.AftercareSamples.NOW;
import static org.homeward.intake.aftercare.AftercareSamples.REPORT;
import static org.homeward.intake.aftercare.AftercareSamples.agreed;
import static org.homeward.intake.aftercare.AftercareSamples.closing;
import static org.homeward.intake.aftercare.AftercareSamples.heard;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.say;
import static org.homeward.intake.aftercare.AftercareSamples.tell;
import static org.homeward.intake.aftercare.AftercareSamples.telling;
import static org.homeward.intake.aftercare.AftercareSamples.told;
import static org.homeward.intake.aftercare.AftercareSamples.withdraw;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.intake.aftercare.Hearing.Wish;
import org.homeward.intake.aftercare.Meeting.Who;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What commands do after a find. */
class AftercareDecisionsTest {

  private static final Instant LATER = NOW.plusSeconds(3600);

  private static AftercareDecision decide(KeptAftercare now, AftercareCommand wish) {
    return AftercareDecisions.decide(now, wish);
  }

  private static Optional<Telling> standing(AftercareDecision decided) {
    Aftercare now = (Aftercare) ((AftercareDecision.Changed) decided).next();
    return AftercareSamples.grounds().told(now, CHILD, REPORT);
  }

  @Test
  @Proves(6)
  void aClaimantIsNotToldAgainstTheRules() {
    AftercareDecision decided = decide(Aftercare.EMPTY, tell(Aftercare.EMPTY));

    assertThat(decided)
        .isEqualTo(
            new AftercareDecision.NotTold(
                List.of(
                    Whereabouts.Rule.CHILD_HEARD,
                    Whereabouts.Rule.CHILD_AGREES,
                    Whereabouts.Rule.FEAR_ASKED,
                    Whereabouts.Rule.NOT_FEARED)));
  }

  @Test
  @Proves(6)
  void aRefusalAfterADecisionEndsItAndANewAnswerNeedsANewOne() {
    Aftercare refused = told().hearing(heard(Wish.REFUSES, met(Who.STAFF, true)));
    assertThat(decide(refused, tell(refused))).isInstanceOf(AftercareDecision.NotTold.class);

    Aftercare besideHim = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, false, LATER)));
    assertThat(decide(besideHim, tell(besideHim)))
        .as("what she agreed to beside the claimant takes nothing back")
        .isInstanceOf(AftercareDecision.NotTold.class);

    Aftercare agreedAgain = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true, LATER)));
    assertThat(AftercareSamples.grounds().told(agreedAgain, CHILD, REPORT))
        .as("the decision that was void stays void")
        .isEmpty();
    assertThat(standing(decide(agreedAgain, tell(agreedAgain)))).isPresent();
  }

  @Test
  @Proves(6)
  void anAgreementCountsOnlyAfterEveryRefusalAndSinceTheLastRestore() {
    Meeting alone = met(Who.STAFF, true);
    Aftercare agreed = Aftercare.EMPTY.hearing(heard(Wish.AGREES, met(Who.STAFF, true, LATER)));
    Aftercare refusedLate = agreed.hearing(heard(Wish.REFUSES, alone));

    assertThat(refusedLate.heard(CHILD, REPORT, 0).map(Hearing::wish))
        .as("of an earlier meeting, but recorded after the agreement")
        .contains(Wish.REFUSES);
    assertThat(agreed.heard(CHILD, REPORT, 0).map(Hearing::wish)).contains(Wish.AGREES);
    assertThat(agreed.heard(CHILD, REPORT, 1)).as("after a restore").isEmpty();
    assertThat(agreed.wasAskedWhomItFears(CHILD, 0)).isTrue();
    assertThat(agreed.wasAskedWhomItFears(CHILD, 1)).as("after a restore").isFalse();
    assertThat(
            Aftercare.EMPTY
                .hearing(heard(Wish.REFUSES, alone))
                .heard(CHILD, REPORT, 1)
                .map(Hearing::wish))
        .as("a refusal stands after a restore")
        .contains(Wish.REFUSES);
  }

  @Test
  @Proves(6)
  void aSiblingThatHidesRefusesOrFearsHidesTheChildToo() {
    Meeting alone = met(Who.STAFF, true);
    Hearing refuses = AftercareSamples.heard("c2", Wish.REFUSES, Set.of(), alone, 0);
    Hearing fears = AftercareSamples.heard("c2", Wish.FEARS, Set.of(), alone, 0);
    Hearing agrees =
        AftercareSamples.heard("c2", Wish.AGREES, Set.of(), met(Who.STAFF, true, LATER), 0);
    var hidden =
        new SafeWord(
            "c2", SafeWord.Finding.SAFE, alone, SafeWord.Hiding.KEEP_HIDDEN, null, "p1", NOW);

    assertThat(unmet(agreed().saying(hidden))).containsExactly(Whereabouts.Rule.NOT_SEALED);
    assertThat(unmet(agreed().hearing(refuses))).containsExactly(Whereabouts.Rule.CHILD_AGREES);
    assertThat(unmet(agreed().hearing(fears)))
        .containsExactly(Whereabouts.Rule.CHILD_AGREES, Whereabouts.Rule.NOT_FEARED);
    assertThat(unmet(agreed().hearing(refuses).hearing(agrees))).isEmpty();
    assertThat(unmet(agreed().hearing(fears).hearing(agrees)))
        .as("feared once is feared")
        .containsExactly(Whereabouts.Rule.NOT_FEARED);
  }

  private static List<Whereabouts.Rule> unmet(Aftercare now) {
    return Whereabouts.unmet(AftercareSamples.matter(now));
  }

  @Test
  @Proves(6)
  void anythingThatIsRecordedSinceEndsADecisionForGood() {
    Ground then = AftercareSamples.ground(told());
    int words = then.words();
    int heard = then.hearings();
    int taken = then.withdrawals();
    String facts = then.reports();
    int spoken = then.interviews();
    Instant orders = then.orders();
    String links = then.links();
    assertThat(told().told(CHILD, REPORT, then)).isPresent();

    for (Ground since :
        List.of(
            new Ground(words + 1, heard, taken, facts, spoken, orders, links, 1, 0),
            new Ground(words, heard + 1, taken, facts, spoken, orders, links, 1, 0),
            new Ground(words, heard, taken + 1, facts, spoken, orders, links, 1, 0),
            new Ground(words, heard, taken, "others", spoken, orders, links, 1, 0),
            new Ground(words, heard, taken, facts, spoken + 1, orders, links, 1, 0),
            new Ground(words, heard, taken, facts, spoken, LATER, links, 1, 0),
            new Ground(words, heard, taken, facts, spoken, null, links, 1, 0),
            new Ground(words, heard, taken, facts, spoken, orders, "a link", 1, 0),
            new Ground(words, heard, taken, facts, spoken, orders, links, 2, 0),
            new Ground(words, heard, taken, facts, spoken, orders, links, 1, 1))) {
      assertThat(told().told(CHILD, REPORT, since)).isEmpty();
      assertThat(AftercareSamples.CODES.isOf(since, AftercareSamples.CODES.of(then))).isFalse();
    }
  }

  @Test
  @Proves(6)
  void theNameOfAGroundTellsNobodyWhetherItIsAnother() {
    Ground ground = AftercareSamples.ground(told());
    GroundCodes codes = AftercareSamples.CODES;
    String read = codes.of(ground);

    assertThat(codes.of(ground)).isNotEqualTo(read).hasSizeLessThanOrEqualTo(64);
    assertThat(codes.isOf(ground, read)).isTrue();
    assertThat(new GroundCodes(codes.ids(), "p9").isOf(ground, read)).isFalse();
    assertThat(codes.isOf(ground, "")).isFalse();
  }

  @Test
  @Proves(6)
  void factsThatAreChangedAndTakenBackAreNotWhatTheyWere() {
    Says first = Says.builder().feared(List.of(Code.of(Feared.POLICE))).build();
    Says second = Says.builder().feared(List.of(Code.of(Feared.STRANGER))).build();
    String then = FindGrounds.facts(List.of(report(first, Map.of())));

    assertThat(FindGrounds.facts(List.of(report(first, Map.of())))).isEqualTo(then);
    assertThat(FindGrounds.facts(List.of(report(second, Map.of()))))
        .as("without a count of changes too")
        .isNotEqualTo(then);
    assertThat(
            FindGrounds.facts(
                List.of(report(first, Map.of("/feared", new KeptReport.Amended("p1", NOW))))))
        .isNotEqualTo(then);
  }

  private static KeptReport report(Says says, Map<String, KeptReport.Amended> amended) {
    var held =
        KeptReport.held(
            "r1",
            Channel.PHONE,
            HoldReason.UNDECIDED,
            says,
            List.of(CHILD),
            Says.EMPTY,
            new Command("k", "h"),
            "p1",
            NOW);
    return new KeptReport(
        held.report(),
        held.newChildren(),
        held.proposal(),
        "p1",
        held.command(),
        null,
        amended,
        Says.EMPTY);
  }

  @Test
  @Proves(6)
  void whoeverHasNotReadAWithdrawalDecidesNothing() {
    Aftercare since = withdrawn(told());
    Aftercare whereNothingStood = withdrawn(agreed());

    assertThat(decide(since, tell(told())))
        .isEqualTo(new AftercareDecision.Refused(AftercareDecision.Refusal.GROUND_CHANGED));
    assertThat(decide(whereNothingStood, tell(agreed())))
        .isEqualTo(new AftercareDecision.Refused(AftercareDecision.Refusal.GROUND_CHANGED));
    assertThat(standing(decide(since, tell(since)))).isPresent();
  }

  @Test
  @Proves(6)
  void onceClosedNobodyIsToldAndWhatProtectsTheChildIsTaken() {
    Aftercare closed = told().closed(closing());
    Meeting alone = met(Who.STAFF, true);
    var refused = new AftercareDecision.Refused(AftercareDecision.Refusal.CASE_CLOSED);

    assertThat(AftercareSamples.grounds().told(closed, CHILD, REPORT)).isEmpty();
    assertThat(decide(closed, tell(closed))).isEqualTo(refused);
    assertThat(decide(closed, say(SafeWord.Finding.SAFE, null))).isEqualTo(refused);
    for (AftercareCommand protecting :
        List.of(
            say(SafeWord.Finding.NOT_SAFE, null),
            say(SafeWord.Finding.SAFE, SafeWord.Hiding.KEEP_HIDDEN),
            new AftercareCommand.Hear(heard(Wish.REFUSES, alone)),
            new AftercareCommand.Hear(heard(Wish.FEARS, alone)),
            new AftercareCommand.Hear(heard(Wish.AGREES, Set.of(Feared.CAREGIVER), alone)))) {
      assertThat(decide(closed, protecting)).isInstanceOf(AftercareDecision.Changed.class);
    }
  }

  private static Aftercare withdrawn(Aftercare now) {
    return (Aftercare) ((AftercareDecision.Changed) decide(now, withdraw())).next();
  }

  @Test
  @Proves(6)
  void whoeverHasNotReadTheNewestDecidesNothing() {
    Aftercare since =
        agreed().saying(AftercareSamples.word(SafeWord.Finding.SAFE, met(Who.STAFF, true)));

    assertThat(decide(since, tell(agreed())))
        .isEqualTo(new AftercareDecision.Refused(AftercareDecision.Refusal.GROUND_CHANGED));
    assertThat(standing(decide(since, tell(since)))).isPresent();
  }

  @Test
  @Proves(6)
  void anAnswerOfAnEarlierMeetingThatIsRecordedLateTakesNoRefusalBack() {
    Aftercare refused = Aftercare.EMPTY.hearing(heard(Wish.REFUSES, met(Who.STAFF, true, LATER)));
    Aftercare late = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true)));
    Aftercare atOneTime = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true, LATER)));

    for (Aftercare now : List.of(late, atOneTime)) {
      assertThat(now.heard(CHILD, REPORT, 0).map(Hearing::wish)).contains(Wish.REFUSES);
      assertThat(decide(now, tell(now))).isInstanceOf(AftercareDecision.NotTold.class);
    }
  }

  @Test
  @Proves(6)
  void thatAChildFearsNobodyCountsOnlyWhenItWasAskedAlone() {
    Meeting besideHim = met(Who.STAFF, false);

    assertThat(Aftercare.EMPTY.hearing(heard(Wish.AGREES, besideHim)).feared()).isEmpty();
    assertThat(
            Aftercare.EMPTY
                .hearing(heard(Wish.FEARS, Set.of(Feared.CAREGIVER), besideHim))
                .feared())
        .as("a claimant whom it fears may be anybody")
        .containsExactlyInAnyOrder(Feared.CAREGIVER, Feared.OTHER);
  }

  @Test
  void whatIsWithdrawnIsWithdrawnWhateverElseStands() {
    Aftercare twice = told().telling(telling(agreed())).closed(closing());
    var gone = new Telling.Withdrawn(null, "p3", NOW);

    assertThat(standing(decide(twice, withdraw()))).isEmpty();
    assertThat(standing(decide(twice, new AftercareCommand.WithdrawAll(CHILD, gone)))).isEmpty();
  }

  @Test
  void aCaseIsNotClosedWhileSomethingIsOpen() {
    assertThat(
            decide(Aftercare.EMPTY, new AftercareCommand.Close(closing(), AftercareSamples.open())))
        .isEqualTo(new AftercareDecision.NotClosed(AftercareSamples.open()));
  }
}
