package org.homeward.console.calls;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.OfferWords;

/**
 * The answers of a caller about a job offer.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param by who checked it last, and when, in words; empty while nobody has
 * @param leads where the call went on: a draft or a case; empty when nowhere
 * @param typed the fields, by name
 * @param seen the version of the call that is shown
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record OfferPage(
    String callId,
    boolean exercise,
    String told,
    String by,
    String leads,
    List<Question> questions,
    Map<String, String> typed,
    String seen,
    String key,
    Map<String, String> wrong) {

  OfferPage {
    questions = List.copyOf(questions);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One question.
   *
   * @param answer its code; empty when nobody asked
   * @param advise what to say where the answer is not yes
   * @param told whether the caller was told so
   */
  record Question(
      String code, String ask, String source, String answer, String advise, boolean told) {

    /** The answer asks for the advice. */
    boolean isAdvised() {
      return answer.equals("NO") || answer.equals("UNKNOWN");
    }
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Whether a field has this name, to which a person can be led. */
  boolean isField(String name) {
    return OfferWords.FIELDS.contains(name);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "OfferPage[" + callId + "]";
  }
}
