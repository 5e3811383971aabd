package org.homeward.console.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.pages.Words;

/**
 * Errors of a request at the questions that they are about.
 *
 * @param byQuestion in words, by the question's name
 * @param elsewhere about nothing that the form asks, in words
 */
record WrongAnswers(Map<String, String> byQuestion, List<String> elsewhere) {

  /** A form has one child, whichever it is. */
  private static final String OF_A_KNOWN_CHILD = "^/says/children/[0-9a-f-]{36}";

  static WrongAnswers of(List<Answer.Wrong> errors, List<Question> questions, Words words) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> elsewhere = new ArrayList<>();
    for (Answer.Wrong error : errors) {
      String at = error.pointer().replaceFirst(OF_A_KNOWN_CHILD, "/newChildren/0");
      questions.stream()
          .filter(question -> question.isAt(at) || isPartOf(question, at))
          .findFirst()
          .ifPresentOrElse(
              question ->
                  wrong.putIfAbsent(question.name(), words.rule(error.rule(), kind(question))),
              () -> elsewhere.add(error.pointer() + ": " + words.rule(error.rule())));
    }
    return new WrongAnswers(wrong, elsewhere);
  }

  private static String kind(Question question) {
    return question.kind().name().toLowerCase(Locale.ROOT);
  }

  /** An error about a whole field is shown at its first question. */
  private static boolean isPartOf(Question question, String pointer) {
    return question.pointer().startsWith(pointer + "/");
  }
}
