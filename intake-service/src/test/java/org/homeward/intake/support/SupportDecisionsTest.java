package org.homeward.intake.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.support.MayBegin.Verdict;
import org.homeward.intake.support.SupportCommand.Add;
import org.homeward.intake.support.SupportCommand.Erase;
import org.homeward.intake.support.SupportCommand.Move;
import org.homeward.intake.support.SupportCommand.Offer;
import org.homeward.intake.support.SupportCommand.Say;
import org.homeward.intake.support.SupportCommand.Write;
import org.homeward.intake.support.SupportDecision.Changed;
import org.homeward.intake.support.SupportDecision.Gone;
import org.homeward.intake.support.SupportDecision.Refusal;
import org.homeward.intake.support.SupportDecision.Refused;
import org.homeward.intake.support.SupportDecision.Unchanged;
import org.homeward.schema.people.SupportService;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int YEAR = 2026;
  private static final Custody LAW = new Custody(SupportService.MEDICAL, Set.of("RS"), 15, "a law");

  private static Need need(Whom whom, SupportService service, @Nullable Integer bornIn) {
    return new Need("n1", whom, service, bornIn, null, List.of(), List.of(), "kata", NOW);
  }

  private static Word word(Word.From from, boolean agrees) {
    return new Word(from, agrees, Word.How.SPOKEN, "kata", NOW);
  }

  private static Need medical(Whom whom, @Nullable Integer bornIn, Word.From... agreed) {
    Need need = need(whom, SupportService.MEDICAL, bornIn);
    for (Word.From from : agreed) {
      need = need.saying(word(from, true));
    }
    return need;
  }

  private static Verdict mayBegin(Need need, boolean feared) {
    return MayBegin.of(need, Optional.of(LAW), feared, YEAR);
  }

  /** Each person, with every set of words, feared or not: the rule is total. */
  @Test
  @Proves(6)
  void nothingBeginsWithoutThePersonsOwnWordAndNoParentStandsInForIt() {
    for (Whom whom : Whom.values()) {
      for (boolean feared : List.of(true, false)) {
        for (Set<Word.From> agreed : subsets()) {
          Verdict verdict = mayBegin(medical(whom, 2020, agreed.toArray(Word.From[]::new)), feared);
          assertThat(verdict == Verdict.OWN_WORD_MISSING)
              .isEqualTo(!agreed.contains(Word.From.SELF));
          if (whom.isChild() && feared && verdict == Verdict.MAY_BEGIN) {
            assertThat(agreed).contains(Word.From.SOCIAL_WORK);
          }
          if (!whom.isChild() && agreed.contains(Word.From.SELF)) {
            assertThat(verdict).isEqualTo(Verdict.MAY_BEGIN);
          }
        }
      }
    }
  }

  private static List<Set<Word.From>> subsets() {
    List<Set<Word.From>> all = new ArrayList<>();
    Word.From[] each = Word.From.values();
    for (int bits = 0; bits < 1 << each.length; bits++) {
      Set<Word.From> some = EnumSet.noneOf(Word.From.class);
      for (int i = 0; i < each.length; i++) {
        if ((bits & (1 << i)) != 0) some.add(each[i]);
      }
      all.add(some);
    }
    return all;
  }

  @Test
  @Proves(6)
  void aParentIsNeededWhereTheLawSaysSoAndNeverOneWhoIsFeared() {
    Need own = medical(Whom.CHILD, 2020, Word.From.SELF);
    assertThat(mayBegin(own, false)).isEqualTo(Verdict.PARENT_MISSING);
    assertThat(MayBegin.of(own, Optional.empty(), false, YEAR)).isEqualTo(Verdict.MAY_BEGIN);
    Need parent = own.saying(word(Word.From.PARENT, true));
    assertThat(mayBegin(parent, false)).isEqualTo(Verdict.MAY_BEGIN);
    assertThat(mayBegin(parent, true)).as("said since").isEqualTo(Verdict.SOCIAL_WORK_MISSING);
    assertThat(mayBegin(parent.saying(word(Word.From.PARENT, false)), false))
        .as("the newest word stands")
        .isEqualTo(Verdict.PARENT_MISSING);
    assertThat(mayBegin(parent.saying(word(Word.From.SELF, false)), false))
        .isEqualTo(Verdict.OWN_WORD_MISSING);
  }

  @Test
  void aChildOfTheAgeDecidesAloneAndWhoseAgeNobodyKnowsIsYounger() {
    assertThat(mayBegin(medical(Whom.CHILD, 2010, Word.From.SELF), false))
        .isEqualTo(Verdict.MAY_BEGIN);
    assertThat(mayBegin(medical(Whom.CHILD, 2011, Word.From.SELF), false))
        .as("may be fourteen still")
        .isEqualTo(Verdict.PARENT_MISSING);
    assertThat(mayBegin(medical(Whom.SIBLING, null, Word.From.SELF), false))
        .isEqualTo(Verdict.PARENT_MISSING);
  }

  private static SupportDecision decide(Need need, SupportCommand wish) {
    return SupportDecisions.decide(Support.EMPTY.adding(need), wish, NOW);
  }

  @ParameterizedTest
  @EnumSource(Word.From.class)
  @Proves(6)
  void nobodyIsAskedWhoMustNotBe(Word.From from) {
    boolean isParent = from == Word.From.PARENT || from == Word.From.GUARDIAN;
    Word word = word(from, true);

    assertThat(decide(need(Whom.CHILD, SupportService.COUNSELLING, 2020), say(word, false)))
        .isInstanceOf(from == Word.From.SELF ? Changed.class : Refused.class);
    assertThat(decide(need(Whom.ADULT, SupportService.MEDICAL, null), say(word, false)))
        .isInstanceOf(from == Word.From.SELF ? Changed.class : Refused.class);
    assertThat(decide(medical(Whom.CHILD, 2020), say(word, true)))
        .isInstanceOf(isParent ? Refused.class : Changed.class);
    assertThat(decide(medical(Whom.CHILD, 2020), say(word, false))).isInstanceOf(Changed.class);
  }

  private static Say say(Word word, boolean feared) {
    return new Say("n1", word, feared);
  }

  private static Given given(Given.Stage stage) {
    return new Given("g1", null, null, stage, null, null, null, "kata", NOW);
  }

  private static Move move(Given.Stage to, boolean feared) {
    return new Move("n1", "g1", to, 1200, "RSD", null, feared, _ -> Optional.of(LAW), "mira");
  }

  @Test
  void aServiceGoesItsWayAndNoOther() {
    Need agreed = medical(Whom.ADULT, null, Word.From.SELF);
    for (Given.Stage from : Given.Stage.values()) {
      for (Given.Stage to : Given.Stage.values()) {
        SupportDecision decided = decide(agreed.offering(given(from)), move(to, false));
        assertThat(decided instanceof Changed).isEqualTo(from.next().contains(to));
      }
    }
    Changed begun =
        (Changed)
            decide(agreed.offering(given(Given.Stage.OFFERED)), move(Given.Stage.BEGUN, false));
    Given given = begun.next().needs().getFirst().given().getFirst();
    assertThat(given.cost()).isEqualTo(1200);
    assertThat(given.by()).isEqualTo("mira");
    assertThat(
            decide(
                medical(Whom.CHILD, 2020, Word.From.SELF).offering(given(Given.Stage.OFFERED)),
                move(Given.Stage.BEGUN, true)))
        .isEqualTo(new Refused(Refusal.SOCIAL_WORK_MISSING));
    assertThat(
            decide(
                medical(Whom.CHILD, 2020).offering(given(Given.Stage.OFFERED)),
                move(Given.Stage.DECLINED, true)))
        .as("declined without a word of anybody else")
        .isInstanceOf(Changed.class);
  }

  @Test
  void whatNobodyHasWrittenDownIsRefused() {
    Support none = Support.EMPTY;
    for (SupportCommand wish :
        List.of(
            say(word(Word.From.SELF, true), false),
            new Offer("n1", given(Given.Stage.OFFERED)),
            move(Given.Stage.BEGUN, false))) {
      assertThat(SupportDecisions.decide(none, wish, NOW))
          .isEqualTo(new Refused(Refusal.NO_SUCH_NEED));
    }
    assertThat(decide(medical(Whom.ADULT, null), move(Given.Stage.BEGUN, false)))
        .isEqualTo(new Refused(Refusal.NO_SUCH_SERVICE));
  }

  @Test
  @Proves({7, 11})
  void aPlanIsOverdueAtItsReviewAndAnErasedFileTakesNothing() {
    var plan = new Plan("a bed", NOW.plus(Duration.ofDays(30)), "kata", NOW);
    assertThat(plan.isOverdue(plan.reviewBy().minusSeconds(1))).isFalse();
    assertThat(plan.isOverdue(plan.reviewBy())).isTrue();
    assertThat(SupportDecisions.decide(Support.EMPTY.planned(plan), new Write(plan), NOW))
        .isInstanceOf(Unchanged.class);
    assertThat(SupportDecisions.decide(Support.EMPTY, new Erase(), NOW)).isInstanceOf(Gone.class);
    assertThat(SupportDecisions.decide(GoneSupport.GONE, new Erase(), NOW))
        .isInstanceOf(Unchanged.class);
    for (SupportCommand wish :
        List.of(
            new Add(medical(Whom.CHILD, null)),
            new Write(plan),
            say(word(Word.From.SELF, true), false))) {
      assertThat(SupportDecisions.decide(GoneSupport.GONE, wish, NOW))
          .isEqualTo(new Refused(Refusal.FILE_ERASED));
    }
  }
}
