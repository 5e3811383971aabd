package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.heard;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.orders;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_AGREES;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_FOUND;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CHILD_HEARD;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CLAIMANT_KNOWN;
import static org.homeward.intake.aftercare.Whereabouts.Rule.CLEAR_OF_ORDERS;
import static org.homeward.intake.aftercare.Whereabouts.Rule.FEAR_ASKED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_FEARED;
import static org.homeward.intake.aftercare.Whereabouts.Rule.NOT_SEALED;
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
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

  private static final Hearing AGREES = heard(Wish.AGREES, met(Who.STAFF, true));
  private static final OrdersCheck NONE = orders(OrdersFinding.NONE_FOUND);
  private static final Set<Feared> NOBODY = Set.of(Feared.NOBODY);

  private static Whereabouts.Matter matter(
      ReporterRelation claimant, Set<Feared> feared, Set<PoliceWarning> warnings) {
    return new Whereabouts.Matter(true, claimant, feared, warnings, false, AGREES, NONE, false);
  }

  private static List<Whereabouts.Rule> unmet(
      @Nullable Hearing heard, @Nullable OrdersCheck orders, boolean clear) {
    return Whereabouts.unmet(
        new Whereabouts.Matter(
            true, ReporterRelation.PARENT, NOBODY, Set.of(), false, heard, orders, clear));
  }

  @Test
  void aClaimantMayBeToldWhenEveryRuleIsMet() {
    assertThat(unmet(AGREES, NONE, false)).isEmpty();
  }

  @Test
  @Proves(6)
  void withoutAnythingKnownNobodyIsTold() {
    var nothing = new Whereabouts.Matter(false, null, Set.of(), Set.of(), false, null, null, false);

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
    Set<Feared> unasked = Set.of();

    assertThat(Whereabouts.unmet(matter(ReporterRelation.PARENT, unasked, Set.of())))
        .containsExactly(FEAR_ASKED, NOT_FEARED);
    assertThat(Whereabouts.unmet(matter(ReporterRelation.PARENT, NOBODY, Set.of()))).isEmpty();
  }

  @Test
  @Proves(6)
  void whatIsSealedIsToldToNobody() {
    var sealed =
        new Whereabouts.Matter(
            true, ReporterRelation.PARENT, NOBODY, Set.of(), true, AGREES, NONE, true);

    assertThat(Whereabouts.unmet(sealed)).containsExactly(NOT_SEALED);
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
      assertThat(Whereabouts.unmet(matter(family, Set.of(Feared.CAREGIVER), Set.of())))
          .containsExactly(NOT_FEARED);
      assertThat(Whereabouts.unmet(matter(family, NOBODY, Set.of(PoliceWarning.VIOLENCE_AT_HOME))))
          .containsExactly(NOT_FEARED);
    }
    Set<Feared> home = Set.of(Feared.INSTITUTION);
    assertThat(Whereabouts.unmet(matter(ReporterRelation.INSTITUTION, home, Set.of())))
        .containsExactly(NOT_FEARED);
    assertThat(Whereabouts.unmet(matter(ReporterRelation.PARENT, home, Set.of()))).isEmpty();
    assertThat(
            Whereabouts.unmet(
                matter(
                    ReporterRelation.INSTITUTION,
                    Set.of(Feared.NOBODY),
                    Set.of(PoliceWarning.DO_NOT_TELL_FAMILY))))
        .isEmpty();
    assertThat(Whereabouts.unmet(matter(ReporterRelation.PARENT, Set.of(Feared.OTHER), Set.of())))
        .as("a code of a newer list may mean anybody")
        .containsExactly(NOT_FEARED);
  }

  @Test
  void whoClaimsNoChildIsNoClaimant() {
    for (ReporterRelation relation : ReporterRelation.values()) {
      boolean known = Whereabouts.unmet(matter(relation, NOBODY, Set.of())).isEmpty();
      assertThat(known).as(relation.name()).isEqualTo(Whereabouts.CLAIMANTS.contains(relation));
    }
  }

  @Test
  void clientsKnowItsProblems() throws IOException {
    ProblemList.assertListed(List.of(AftercareProblem.values()));
  }
}
