package org.homeward.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.intake.screening.Indicators.Indicator;
import org.homeward.intake.screening.Indicators.Weight;
import org.homeward.intake.screening.ProposedVictim.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rule proposes by answers. */
class ProposedVictimTest {

  private static final Indicators INDICATORS = IndicatorFile.ours();

  private static Answered said(String indicator, Reply answer) {
    return new Answered(indicator, answer, answer == Reply.NOT_ASKED ? null : SaidBy.WITNESS, null);
  }

  private static List<Answered> all(Element element, Age age, Reply answer) {
    return INDICATORS
        .of(element, age)
        .map(Indicator::code)
        .map(code -> said(code, answer))
        .toList();
  }

  private static Answers child(List<Answered> act, List<Answered> purpose) {
    return new Answers.OfChild(act, purpose);
  }

  @Test
  void aBoyWhoBegsForSomebodyMayBeAVictimWhateverElseIsNotAsked() {
    ProposedVictim proposed =
        ProposedVictim.of(INDICATORS, child(List.of(), List.of(said("BEGS", Reply.YES))));

    assertThat(proposed.finding()).isEqualTo(Finding.POSSIBLE_VICTIM);
    assertThat(proposed.forms()).containsExactly(Exploitation.FORCED_BEGGING);
    assertThat(proposed.lines())
        .filteredOn(line -> line.element() == Element.MEANS || line.element() == Element.CONSENT)
        .isEmpty();
  }

  @Test
  void nothingAnsweredIsNotClearAndNeverANo() {
    assertThat(ProposedVictim.of(INDICATORS, child(List.of(), List.of())).finding())
        .isEqualTo(Finding.NOT_CLEAR);
    assertThat(
            ProposedVictim.of(
                    INDICATORS, new Answers.OfAdult(List.of(), List.of(), List.of(), List.of()))
                .finding())
        .isEqualTo(Finding.NOT_CLEAR);
  }

  /** One indicator that is not a no keeps the element open, whichever it is. */
  @ParameterizedTest
  @EnumSource(
      value = Reply.class,
      names = {"UNKNOWN", "NOT_ASKED"})
  void oneOpenAnswerKeepsAllFromBeingDenied(Reply open) {
    for (Indicator left : INDICATORS.of(Element.PURPOSE, Age.CHILD).toList()) {
      List<Answered> purpose = new ArrayList<>(all(Element.PURPOSE, Age.CHILD, Reply.NO));
      purpose.replaceAll(
          each -> each.indicator().equals(left.code()) ? said(left.code(), open) : each);

      assertThat(ProposedVictim.of(INDICATORS, child(List.of(), purpose)).finding())
          .as(left.code())
          .isEqualTo(Finding.NOT_CLEAR);
    }
    assertThat(
            ProposedVictim.of(
                    INDICATORS, child(List.of(), all(Element.PURPOSE, Age.CHILD, Reply.NO)))
                .finding())
        .isEqualTo(Finding.NO_INDICATION);
  }

  @Test
  void ofTwoAnswersTheWeightierCounts() {
    List<Answered> purpose =
        List.of(
            new Answered("BEGS", Reply.NO, SaidBy.FAMILY, null),
            new Answered("BEGS", Reply.YES, SaidBy.THE_PERSON, null));

    assertThat(ProposedVictim.of(INDICATORS, child(List.of(), purpose)).lines())
        .filteredOn(line -> line.indicator().equals("BEGS"))
        .singleElement()
        .satisfies(line -> assertThat(line.weighs()).isEqualTo(Weight.SHOWS));
  }

  @Test
  void aHintAloneShowsNothing() {
    ProposedVictim proposed =
        ProposedVictim.of(INDICATORS, child(List.of(said("GONE_AND_BACK", Reply.YES)), List.of()));

    assertThat(proposed.finding()).isEqualTo(Finding.NOT_CLEAR);
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void whatAnAdultAgreedToCountsForNothingOnceMeansWereUsed(Standing consent) {
    assertThat(ProposedVictim.ofAdult(Standing.OPEN, Standing.SHOWN, consent, Standing.SHOWN))
        .isEqualTo(Finding.POSSIBLE_VICTIM);
  }

  @Test
  void everyFormOfExploitationHasItsIndicatorAndItsValueInTheStandard() {
    for (Exploitation form : Exploitation.values()) {
      assertThat(INDICATORS.all()).as(form.name()).anyMatch(each -> each.form() == form);
      assertThat(form.htcds()).matches("[A-Z][A-Za-z]+");
    }
  }
}
