package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.CHILD;
import static org.homeward.intake.aftercare.AftercareSamples.heard;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.orders;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_AGREES;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_FOUND;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_HEARD;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CLAIMANT_KNOWN;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CLEAR_OF_ORDERS;
import static org.homeward.intake.aftercare.Whereabouts.Rule.FEAR_ASKED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_ELSEWHERE;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_FEARED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_SEALED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_STOPPED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.ORDERS_CHECKED;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.aftercare.Hearing.Wish;
import org.homeward.intake.aftercare.Meeting.Who;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

  private static final Hearing AGREES = heard(Wish.AGREES, met(Who.STAFF, true));
  private static final OrdersCheck NONE = orders(OrdersFinding.NONE_FOUND);
  private static final Fears NOBODY = new Fears(true, Set.of());

  private static Whereabouts.Matter matter(
      ReporterRelation claimant, Fears fears, Set<PoliceWarning> warnings) {
    return new Whereabouts.Matter(
        true, false, false, claimant, fears, warnings, false, AGREES, NONE, false);
  }

  private static Fears of(Feared... whom) {
    return new Fears(true, Set.of(whom));
  }

  private static List<Whereabouts.Rule> unmetBy(
      ReporterRelation claimant, Fears fears, PoliceWarning... warnings) {
    return Whereabouts.unmet(matter(claimant, fears, Set.of(warnings)));
  }

  private static List<Whereabouts.Rule> unmet(
      @Nullable Hearing heard, @Nullable OrdersCheck orders, boolean clear) {
    return Whereabouts.unmet(
        new Whereabouts.Matter(
            true,
            false,
            false,
            ReporterRelation.PARENT,
            NOBODY,
            Set.of(),
            false,
            heard,
            orders,
            clear));
  }

  @Test
  void aClaimantMayBeToldWhenEveryRuleIsMet() {
    assertThat(unmet(AGREES, NONE, false)).isEmpty();
  }

  @Test
  @Proves(6)
  void withoutAnythingKnownNobodyIsTold() {
    var unasked = new Fears(false, Set.of());
    var nothing =
        new Whereabouts.Matter(
            false, false, false, null, unasked, Set.of(), false, null, null, false);

    assertThat(Whereabouts.unmet(nothing))
        .containsExactly(
            CHILD_FOUND,
            CLAIMANT_KNOWN,
            CHILD_HEARD,
            CHILD_AGREES,
            ORDERS_CHECKED,
            CLEAR_OF_ORDERS,
            FEAR_ASKED,
            NOT_FEARED);
  }

  @Test
  @Proves(6)
  void whomTheChildFearsIsAskedAndSilenceIsNoAnswer() {
    assertThat(unmetBy(ReporterRelation.PARENT, new Fears(false, Set.of())))
        .containsExactly(FEAR_ASKED, NOT_FEARED);
    assertThat(unmetBy(ReporterRelation.PARENT, NOBODY)).isEmpty();
  }

  @Test
  @Proves(6)
  void whatIsSealedIsToldToNobody() {
    var sealed =
        new Whereabouts.Matter(
            true,
            false,
            false,
            ReporterRelation.PARENT,
            NOBODY,
            Set.of(),
            true,
            AGREES,
            NONE,
            true);

    assertThat(Whereabouts.unmet(sealed)).containsExactly(NOT_SEALED);
  }

  @Test
  @Proves(6)
  void ofAChildWithAnotherEpisodeAndOfACaseThatIsStoppedNobodyIsTold() {
    var both =
        new Whereabouts.Matter(
            true, true, true, ReporterRelation.PARENT, NOBODY, Set.of(), false, AGREES, NONE, true);

    assertThat(Whereabouts.unmet(both)).containsExactly(NOT_ELSEWHERE, NOT_STOPPED);
  }

  @Test
  void aChildThatWasAskedBesideTheClaimantWasNotHeard() {
    assertThat(unmet(heard(Wish.AGREES, met(Who.STAFF, false)), NONE, false))
        .containsExactly(CHILD_HEARD, CHILD_AGREES);
    assertThat(unmet(heard(Wish.AGREES, met(Who.CLAIMANT, true)), NONE, false))
        .containsExactly(CHILD_HEARD, CHILD_AGREES);
  }

  @Test
  void aChildThatRefusesOrFearsKeepsTheClaimantAway() {
    assertThat(unmet(heard(Wish.REFUSES, met(Who.POLICE, true)), NONE, false))
        .containsExactly(CHILD_AGREES);
    assertThat(unmet(heard(Wish.FEARS, met(Who.STAFF, true)), NONE, true))
        .containsExactly(CHILD_AGREES);
    assertThat(unmet(heard(Wish.DOES_NOT_MIND, met(Who.STAFF, true)), NONE, false)).isEmpty();
  }

  @Test
  void ordersThatPoliceFoundAreReadByASupervisor() {
    OrdersCheck found = orders(OrdersFinding.FOUND);

    assertThat(unmet(AGREES, null, true)).containsExactly(ORDERS_CHECKED, CLEAR_OF_ORDERS);
    assertThat(unmet(AGREES, found, false)).containsExactly(CLEAR_OF_ORDERS);
    assertThat(unmet(AGREES, found, true)).isEmpty();
  }

  @Test
  @Proves(6)
  void nobodyWhomSomebodyFearsIsTold() {
    for (ReporterRelation family :
        List.of(ReporterRelation.PARENT, ReporterRelation.GUARDIAN, ReporterRelation.RELATIVE)) {
      assertThat(unmetBy(family, of(Feared.CAREGIVER))).containsExactly(NOT_FEARED);
      assertThat(unmetBy(family, NOBODY, PoliceWarning.VIOLENCE_AT_HOME))
          .containsExactly(NOT_FEARED);
      assertThat(unmetBy(family, NOBODY, PoliceWarning.DO_NOT_TELL_FAMILY))
          .containsExactly(NOT_FEARED);
    }
    assertThat(unmetBy(ReporterRelation.INSTITUTION, NOBODY, PoliceWarning.DO_NOT_TELL_FAMILY))
        .isEmpty();
    assertThat(unmetBy(ReporterRelation.PARENT, of(Feared.OTHER)))
        .as("a code of a newer list may mean anybody")
        .containsExactly(NOT_FEARED);
  }

  @Test
  @Proves(6)
  void aFearedHomeIsItsDirectorToo() {
    Fears home = of(Feared.INSTITUTION);
    assertThat(unmetBy(ReporterRelation.INSTITUTION, home)).containsExactly(NOT_FEARED);
    assertThat(unmetBy(ReporterRelation.GUARDIAN, home)).containsExactly(NOT_FEARED);
    assertThat(unmetBy(ReporterRelation.PARENT, home)).isEmpty();
    for (PoliceWarning atHome :
        List.of(PoliceWarning.VIOLENCE_AT_HOME, PoliceWarning.DO_NOT_RETURN_CHILD_HOME)) {
      assertThat(unmetBy(ReporterRelation.INSTITUTION, NOBODY, atHome)).containsExactly(NOT_FEARED);
    }
  }

  @Test
  @Proves(6)
  void thatAChildFearsNobodySaysTheChildAloneAndNoCaller() {
    var caller = Says.builder().feared(List.of(Code.of(Feared.NOBODY))).build();
    var fearful = Says.builder().feared(List.of(Code.of(Feared.CAREGIVER))).build();
    Aftercare unasked = Aftercare.EMPTY.hearing(heard(Wish.AGREES, Set.of(), met(Who.STAFF, true)));
    Aftercare besideHim = Aftercare.EMPTY.hearing(heard(Wish.AGREES, met(Who.STAFF, false)));
    Aftercare alone = Aftercare.EMPTY.hearing(heard(Wish.AGREES, met(Who.STAFF, true)));

    for (Aftercare none : List.of(unasked, besideHim)) {
      assertThat(Fears.of(List.of(caller), Set.of(), none, CHILD, 0))
          .isEqualTo(new Fears(false, Set.of()));
    }
    assertThat(Fears.of(List.of(), Set.of(), alone, CHILD, 0)).isEqualTo(NOBODY);
    assertThat(Fears.of(List.of(), Set.of(), alone, "a sibling", 0).asked()).isFalse();
    assertThat(Fears.of(List.of(fearful, caller), Set.of(), alone, CHILD, 0))
        .isEqualTo(of(Feared.CAREGIVER));
  }

  @Test
  void whoClaimsNoChildIsNoClaimant() {
    for (ReporterRelation relation : ReporterRelation.values()) {
      boolean known = unmetBy(relation, NOBODY).isEmpty();
      assertThat(known).as(relation.name()).isEqualTo(Whereabouts.CLAIMANTS.contains(relation));
    }
  }

  @Test
  void clientsKnowItsProblems() throws IOException {
    ProblemList.assertListed(List.of(AftercareProblem.values()));
  }
}
