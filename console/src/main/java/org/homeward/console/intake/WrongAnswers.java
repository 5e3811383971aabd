package org.homeward.console.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

  private static final Pattern GARMENT = Pattern.compile("^(/newChildren/0/clothing/)([0-9]{1,3})");

  static WrongAnswers of(List<Answer.Wrong> errors, List<Question> questions, Words words) {
    return of(errors, questions, List.of(), words);
  }

  /**
   * @param garments which of the form's garments stood in the request, in its order
   */
  static WrongAnswers of(
      List<Answer.Wrong> errors, List<Question> questions, List<Integer> garments, Words words) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> elsewhere = new ArrayList<>();
    for (Answer.Wrong error : errors) {
      String at =
          asTyped(error.pointer().replaceFirst(OF_A_KNOWN_CHILD, "/newChildren/0"), garments);
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

  /** The place in the form: what was left out between two garments was not sent. */
  private static String asTyped(String pointer, List<Integer> garments) {
    return GARMENT
        .matcher(pointer)
        .replaceFirst(
            found -> {
              int sent = Integer.parseInt(found.group(2));
              return found.group(1) + (sent < garments.size() ? garments.get(sent) : sent);
            });
  }

  private static String kind(Question question) {
    return question.kind().name().toLowerCase(Locale.ROOT);
  }

  /** An error about a whole field is shown at its first question. */
  private static boolean isPartOf(Question question, String pointer) {
    return question.pointer().startsWith(pointer + "/");
  }
}
