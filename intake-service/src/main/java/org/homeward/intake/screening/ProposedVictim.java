package org.homeward.intake.screening;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeward.intake.screening.Indicators.Indicator;
import org.homeward.intake.screening.Indicators.Weight;

/**
 * The rule's proposal for a person, line by line; somebody decides.
 *
 * @param forms of exploitation that a yes points to, in the order of the indicators
 */
public record ProposedVictim(Finding finding, List<Exploitation> forms, List<Line> lines) {

  public ProposedVictim {
    requireNonNull(finding, "finding");
    forms = forms == null ? List.of() : List.copyOf(forms);
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** The contribution of one indicator. */
  record Line(String indicator, Element element, Reply answer, Weight weighs) {

    Line {
      requireNonNull(indicator, "indicator");
      requireNonNull(element, "element");
      requireNonNull(answer, "answer");
      requireNonNull(weighs, "weighs");
    }
  }

  /** What all answers about one element come to. */
  enum Standing {
    SHOWN,
    OPEN,
    /** Every indicator of it was answered with no. */
    DENIED
  }

  /**
   * Proposes by these answers. An indicator that nobody answered is one that was not asked, and not
   * a no; of two answers about one indicator the weightier counts.
   */
  public static ProposedVictim of(Indicators indicators, Answers answers) {
    List<Line> lines = lines(indicators, answers);
    Finding finding =
        switch (answers) {
          case Answers.OfChild _ ->
              ofChild(standing(lines, Element.ACT), standing(lines, Element.PURPOSE));
          case Answers.OfAdult _ ->
              ofAdult(
                  standing(lines, Element.ACT),
                  standing(lines, Element.MEANS),
                  standing(lines, Element.CONSENT),
                  standing(lines, Element.PURPOSE));
        };
    return new ProposedVictim(finding, forms(indicators, lines), lines);
  }

  private static List<Exploitation> forms(Indicators indicators, List<Line> lines) {
    Set<Exploitation> forms = new LinkedHashSet<>();
    for (Line line : lines) {
      Exploitation form = indicators.formOf(line.indicator());
      if (line.weighs() == Weight.SHOWS && form != null) {
        forms.add(form);
      }
    }
    return List.copyOf(forms);
  }

  /** A child that somebody uses, or has in hand for a purpose nobody knows yet, may be a victim. */
  static Finding ofChild(Standing act, Standing purpose) {
    return switch (purpose) {
      case SHOWN -> Finding.POSSIBLE_VICTIM;
      case OPEN -> act == Standing.SHOWN ? Finding.POSSIBLE_VICTIM : Finding.NOT_CLEAR;
      case DENIED -> Finding.NO_INDICATION;
    };
  }

  /** Consent counts only as long as nobody knows whether any of the means was used. */
  static Finding ofAdult(Standing act, Standing means, Standing consent, Standing purpose) {
    if (purpose == Standing.DENIED || means == Standing.DENIED) {
      return Finding.NO_INDICATION;
    }
    if (purpose == Standing.SHOWN) {
      boolean isAgreedSoFar = means == Standing.OPEN && consent == Standing.SHOWN;
      return isAgreedSoFar ? Finding.NOT_CLEAR : Finding.POSSIBLE_VICTIM;
    }
    boolean isCaught = act == Standing.SHOWN && means == Standing.SHOWN;
    return isCaught ? Finding.POSSIBLE_VICTIM : Finding.NOT_CLEAR;
  }

  private static List<Line> lines(Indicators indicators, Answers answers) {
    List<Line> lines = new ArrayList<>();
    for (Indicator indicator : indicators.all()) {
      if (indicator.isAskedOf(answers.about())) {
        Reply reply = reply(indicator, answers.all());
        lines.add(
            new Line(
                indicator.code(), indicator.element(), reply, indicator.meaning(reply).weighs()));
      }
    }
    return lines;
  }

  private static Reply reply(Indicator indicator, List<Answered> answers) {
    return answers.stream()
        .filter(each -> each.indicator().equals(indicator.code()))
        .map(Answered::answer)
        .max(comparing(each -> indicator.meaning(each).weighs()))
        .orElse(Reply.NOT_ASKED);
  }

  private static Standing standing(List<Line> lines, Element element) {
    Weight weightiest =
        lines.stream()
            .filter(line -> line.element() == element)
            .map(Line::weighs)
            .max(naturalOrder())
            .orElse(Weight.LEAVES_OPEN);
    return switch (weightiest) {
      case SHOWS -> Standing.SHOWN;
      case LEAVES_OPEN -> Standing.OPEN;
      case SHOWS_NOTHING -> Standing.DENIED;
    };
  }
}
