package org.homeward.intake.joboffers;

import java.util.List;
import java.util.Map;

/**
 * The questions about a job offer, in the order of the page.
 *
 * @param version of the questions
 */
public record OfferQuestions(int version, List<Question> all) {

  public OfferQuestions {
    all = List.copyOf(all);
  }

  /** The document that a question comes from, and the place in it. */
  record Source(String document, String section) {}

  /**
   * One question; a yes is the good answer.
   *
   * @param ask its wording in each language
   * @param advise what is advised where the answer is not yes, in each language
   */
  record Question(String code, Source source, Map<String, String> ask, Map<String, String> advise) {

    Question {
      ask = Map.copyOf(ask);
      advise = Map.copyOf(advise);
    }
  }

  boolean has(String code) {
    return all.stream().anyMatch(each -> each.code().equals(code));
  }
}
