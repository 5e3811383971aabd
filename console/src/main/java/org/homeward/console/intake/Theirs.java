package org.homeward.console.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.console.pages.Words;

/**
 * A colleague's text in the same call, where it differs from the fields.
 *
 * @param savedBy the colleague, in words; empty when nobody has
 * @param answers in words, by field
 */
record Theirs(String savedBy, Map<String, String> answers) {

  static final Theirs NONE = new Theirs("", Map.of());

  Theirs {
    answers = Map.copyOf(answers);
  }

  /**
   * @param questions and groups of the form
   */
  static Theirs of(
      String savedBy,
      Typed theirs,
      Typed mine,
      List<Question> questions,
      List<QuestionGroup> groups,
      Words words) {
    Map<String, String> answers = new LinkedHashMap<>();
    questions.stream()
        .filter(question -> !theirs.said(question.name()).equals(mine.said(question.name())))
        .forEach(question -> answers.put(question.name(), inWords(theirs, question, words)));
    groups.stream()
        .filter(group -> !theirs.of(group.answerField()).isEmpty())
        .filter(group -> !mine.has(group.answerField(), theirs.of(group.answerField())))
        .forEach(
            group ->
                answers.put(
                    group.questions().getFirst().name(),
                    words.code("Answer", theirs.of(group.answerField()))));
    return new Theirs(savedBy, answers);
  }

  private static String yesNo(String given, Words words) {
    return switch (given) {
      case "YES" -> words.say("answer.yes");
      case "NO" -> words.say("answer.no");
      default -> words.code("Answer", given);
    };
  }

  boolean isEmpty() {
    return savedBy.isEmpty();
  }

  String of(String field) {
    return answers.getOrDefault(field, "");
  }

  private static String inWords(Typed typed, Question question, Words words) {
    List<String> said = typed.said(question.name());
    if (said.isEmpty()) {
      return words.say("asked.not");
    }
    return said.stream()
        .map(
            given ->
                switch (question.kind()) {
                  case ONE_OF, SOME_OF -> words.code(question.list(), given);
                  case YES_NO -> yesNo(given, words);
                  default -> given;
                })
        .collect(Collectors.joining(", "));
  }
}
