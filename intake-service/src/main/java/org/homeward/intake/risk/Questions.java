package org.homeward.intake.risk;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * The questions that assess the risk of a case, in the call handler's order, and what each answer
 * means.
 *
 * @param version of the rule that these questions make
 * @param review how long an assessment of a level stands until it must be made again
 */
record Questions(int version, Map<RiskLevel, Duration> review, List<Asked> all) {

  Questions {
    review = Map.copyOf(review);
    all = List.copyOf(all);
  }

  /** Where a question comes from. */
  enum Group {
    CALL_HANDLER,
    CRITERION,
    CATEGORY
  }

  /** The document that asks the question, and the place in it. */
  record Source(String document, String section) {}

  /**
   * The meaning of an answer.
   *
   * @param category which category it speaks for
   * @param reason in each language
   */
  record Meaning(RiskLevel level, @Nullable AssessedCategory category, Map<String, String> reason) {

    Meaning {
      reason = Map.copyOf(reason);
    }
  }

  /**
   * One question.
   *
   * @param ask its wording in each language
   */
  record Asked(
      String code, Group group, Source source, Map<String, String> ask, Map<Reply, Meaning> means) {

    Asked {
      ask = Map.copyOf(ask);
      means = Map.copyOf(means);
    }

    Meaning meaning(Reply reply) {
      return requireNonNull(means.get(reply), "each answer means something");
    }

    /** The category that a yes speaks for. */
    Optional<AssessedCategory> speaksFor() {
      return Optional.ofNullable(meaning(Reply.YES).category());
    }

    boolean isOfCallHandler(String question) {
      return group == Group.CALL_HANDLER && code.equals(question);
    }

    boolean isAbout(RiskCriterion criterion) {
      return group == Group.CRITERION && code.equals(criterion.name());
    }
  }

  /** When an assessment of this level must be made again, at the latest. */
  Duration reviewWithin(RiskLevel level) {
    return requireNonNull(review.get(level), "each level is reviewed");
  }

  /** The codes of the criteria that these answers say yes to. */
  List<String> criteria(List<Answered> answers) {
    return answers.stream()
        .filter(each -> each.answer() == Reply.YES)
        .map(Answered::question)
        .filter(code -> of(code).filter(it -> it.group() == Group.CRITERION).isPresent())
        .toList();
  }

  Optional<Asked> of(String code) {
    return all.stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
