package org.homeward.intake.risk;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.homeward.intake.risk.Questions.Asked;
import org.homeward.intake.risk.Questions.Meaning;
import org.homeward.schema.facts.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * The rule's proposal for a case, line by line; a person decides.
 *
 * @param level the highest that any line asks for
 * @param category of the first line, in the order of the questions, that speaks for one
 */
record ProposedRisk(RiskLevel level, AssessedCategory category, List<Line> lines) {

  /**
   * The contribution of one question.
   *
   * @param category which category the answer speaks for
   */
  record Line(String question, Reply answer, RiskLevel level, @Nullable AssessedCategory category) {

    Line {
      requireNonNull(question, "question");
      requireNonNull(answer, "answer");
      requireNonNull(level, "level");
    }
  }

  ProposedRisk {
    requireNonNull(level, "level");
    requireNonNull(category, "category");
    lines = List.copyOf(lines);
  }

  /**
   * Proposes by these answers. A question that nobody answered is one that was not asked, and not a
   * no; of two answers to one question the graver counts.
   */
  static ProposedRisk of(Questions questions, List<Answered> answers) {
    RiskLevel level = RiskLevel.NO_APPARENT;
    AssessedCategory category = AssessedCategory.UNDETERMINED;
    List<Line> lines = new ArrayList<>();
    for (Asked asked : questions.all()) {
      Reply reply =
          answers.stream()
              .filter(each -> each.question().equals(asked.code()))
              .map(Answered::answer)
              .max(comparing(each -> asked.meaning(each).level()))
              .orElse(Reply.NOT_ASKED);
      Meaning meaning = asked.meaning(reply);
      lines.add(new Line(asked.code(), reply, meaning.level(), meaning.category()));
      level = meaning.level().compareTo(level) > 0 ? meaning.level() : level;
      if (category == AssessedCategory.UNDETERMINED && meaning.category() != null) {
        category = meaning.category();
      }
    }
    return new ProposedRisk(level, category, lines);
  }

  boolean is(RiskLevel decided, AssessedCategory decidedCategory) {
    return level == decided && category == decidedCategory;
  }
}
