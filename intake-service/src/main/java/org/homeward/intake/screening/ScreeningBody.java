package org.homeward.intake.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.frame.web.Fields;
import org.homeward.intake.screening.Indicators.Indicator;
import org.jspecify.annotations.Nullable;

/** Reads answers and decisions of a request; what is wrong is left with its fields. */
public final class ScreeningBody {

  private static final int MOST_ANSWERS = 200;
  private static final int CODE = 40;
  private static final int NOTE = 500;
  private static final int REASON = 1_000;

  private ScreeningBody() {}

  /** The answers about somebody of this age. */
  static Answers answers(Fields fields, Indicators indicators, Age age) {
    List<Answered> before = new ArrayList<>();
    for (Fields each : fields.objects("answers", MOST_ANSWERS)) {
      String code = each.requiredText("indicator", CODE);
      Optional<Indicator> known = indicators.of(code);
      if (each.has("indicator")) {
        wrong(known, age).ifPresent(rule -> each.wrong("indicator", rule));
      }
      Answered answered = answered(each, code, before);
      each.noOthers();
      if (answered != null && known.isPresent()) {
        before.add(answered);
      }
    }
    return switch (age) {
      case CHILD ->
          new Answers.OfChild(
              about(Element.ACT, before, indicators), about(Element.PURPOSE, before, indicators));
      case ADULT ->
          new Answers.OfAdult(
              about(Element.ACT, before, indicators),
              about(Element.MEANS, before, indicators),
              about(Element.CONSENT, before, indicators),
              about(Element.PURPOSE, before, indicators));
    };
  }

  private static List<Answered> about(
      Element element, List<Answered> answers, Indicators indicators) {
    return answers.stream()
        .filter(
            each ->
                indicators.of(each.indicator()).filter(it -> it.element() == element).isPresent())
        .toList();
  }

  /** A decision about somebody of this age. */
  public static Decided decided(Fields fields, Indicators indicators, Age age) {
    Answers answers = answers(fields, indicators, age);
    Finding finding = fields.requiredCode("finding", EnumSet.allOf(Finding.class));
    Set<Exploitation> forms = fields.codes("forms", EnumSet.allOf(Exploitation.class));
    String reason = fields.lines("reason", REASON);
    if (fields.has("finding")) {
      boolean isProposed = ProposedVictim.of(indicators, answers).finding() == finding;
      if (!isProposed && reason == null) {
        fields.wrong("reason", "required");
      }
      if (finding == Finding.NO_INDICATION && !forms.isEmpty()) {
        fields.wrong("forms", "nothing-points-to-it");
      }
    }
    return new Decided(indicators, answers, finding, List.copyOf(forms), reason);
  }

  /** The rule that an indicator breaks, where somebody of this age is asked about it. */
  private static Optional<String> wrong(Optional<Indicator> known, Age age) {
    if (known.isEmpty()) {
      return Optional.of("unknown-code");
    }
    return known.get().isAskedOf(age)
        ? Optional.empty()
        : Optional.of(age == Age.CHILD ? "not-of-a-child" : "not-of-an-adult");
  }

  /** Nothing where it is wrong. */
  private static @Nullable Answered answered(Fields each, String code, List<Answered> before) {
    Reply answer = each.requiredCode("answer", EnumSet.allOf(Reply.class));
    SaidBy saidBy = each.code("saidBy", EnumSet.allOf(SaidBy.class));
    String note = each.lines("note", NOTE);
    boolean isAsked = answer != Reply.NOT_ASKED;
    if (isAsked && !each.has("saidBy")) {
      each.wrong("saidBy", "required");
    }
    if (!isAsked && saidBy != null) {
      each.wrong("saidBy", "nobody-was-asked");
    }
    boolean isRepeated =
        before.stream().anyMatch(it -> it.indicator().equals(code) && it.saidBy() == saidBy);
    if (isRepeated) {
      each.wrong("indicator", "repeated");
    }
    boolean isWhole = !code.isEmpty() && isAsked == (saidBy != null);
    return isWhole && !isRepeated ? new Answered(code, answer, saidBy, note) : null;
  }
}
