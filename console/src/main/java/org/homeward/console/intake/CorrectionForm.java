package org.homeward.console.intake;

import static org.homeward.console.intake.Question.Kind.COUNTRIES;
import static org.homeward.console.intake.Question.Kind.COUNTRY;
import static org.homeward.console.intake.Question.Kind.LINE;
import static org.homeward.console.intake.Question.Kind.TEXT;
import static org.homeward.console.intake.Question.Kind.YES_NO;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.ExploitationForm;

/**
 * The questions about each fact of a case, for whoever corrects it: those of a call, and others.
 */
final class CorrectionForm {

  /** As many as the schema takes of any list. */
  private static final int MOST_ITEMS = 10;

  private static final Map<String, QuestionGroup> GROUPS =
      Stream.concat(ofCalls(), further())
          .collect(Collectors.toMap(QuestionGroup::name, group -> group, (_, ours) -> ours));

  private CorrectionForm() {}

  private static Stream<QuestionGroup> ofCalls() {
    return IntakeForm.groups().stream().filter(QuestionGroup::canBeUnknown);
  }

  private static Stream<QuestionGroup> further() {
    return Stream.of(
        withTheWish(
            ofCalls().filter(group -> group.name().equals("reporter")).findFirst().orElseThrow()),
        QuestionGroup.of(
            "risk",
            Question.oneOf("riskLevel", "/level", "risk", "HIGH", "MEDIUM", "LOW", "NO_APPARENT"),
            Question.someOf(
                "criteria",
                "/criteria",
                "RiskCriterion",
                ofCall("criteria").codes().toArray(String[]::new))),
        QuestionGroup.of("childWords", Question.of("childWords", TEXT)),
        QuestionGroup.of("shelter", place()),
        QuestionGroup.ofChild("born", Question.of("born", LINE)),
        QuestionGroup.ofChild("nationalities", Question.of("nationalities", COUNTRIES)),
        QuestionGroup.ofChild("home", place()),
        QuestionGroup.ofChild("school", Question.of("school", TEXT)),
        QuestionGroup.ofChild(
            "handles",
            Question.of("service", "/0/service", LINE),
            Question.of("handle", "/0/name", LINE)),
        QuestionGroup.ofChild(
            "exploitation",
            Question.someOf(
                "exploitation", "", "ExploitationForm", codes(ExploitationForm.values()))),
        QuestionGroup.ofChild("sleepingRough", Question.of("sleepingRough", YES_NO)));
  }

  private static QuestionGroup withTheWish(QuestionGroup reporter) {
    List<Question> asked =
        Stream.concat(reporter.questions().stream(), Stream.of(ofCall("agrees"))).toList();
    return new QuestionGroup(reporter.name(), reporter.answer(), asked);
  }

  private static Question ofCall(String name) {
    return IntakeForm.questions().stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Question[] place() {
    return new Question[] {
      Question.of("seenWhere", "/text", LINE),
      Question.of("seenLocality", "/locality", LINE),
      Question.of("seenCountry", "/country", COUNTRY)
    };
  }

  private static String[] codes(Enum<?>[] codes) {
    return Stream.of(codes).map(Enum::name).toArray(String[]::new);
  }

  /**
   * The questions about a fact.
   *
   * @param items how many it has now, where it is a list; one more can be added
   */
  static Optional<QuestionGroup> about(String field, int items) {
    return Optional.ofNullable(GROUPS.get(field)).map(group -> repeated(group, items));
  }

  private static QuestionGroup repeated(QuestionGroup group, int items) {
    if (!group.questions().getFirst().pointer().startsWith(group.pointer() + "/0")) {
      return group;
    }
    return group.ofItems(Math.min(items + 1, MOST_ITEMS));
  }
}
