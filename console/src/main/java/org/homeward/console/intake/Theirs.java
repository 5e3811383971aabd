package org.homeward.console.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;

/**
 * What a colleague has saved in the same call, where it differs from what stands in the fields.
 *
 * @param savedBy the colleague, in words; empty when nobody has
 * @param answers in words, by field
 */
record Theirs(String savedBy, Map<String, String> answers) {

  static final Theirs NONE = new Theirs("", Map.of());

  Theirs {
    answers = Map.copyOf(answers);
  }

  static Theirs of(String savedBy, Typed theirs, Typed mine, Words words) {
    Map<String, String> answers = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(IntakeForm.DANGER_NOW, IntakeForm.CHANNEL), IntakeForm.questions().stream())
        .filter(question -> !said(theirs, question).equals(said(mine, question)))
        .forEach(question -> answers.put(question.name(), inWords(theirs, question, words)));
    IntakeForm.SECTIONS.stream()
        .flatMap(section -> section.groups().stream())
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

  private static List<String> said(Typed typed, Question question) {
    return typed.all(question.name()).stream()
        .map(given -> given.replace("\r\n", "\n").strip())
        .toList();
  }

  private static String inWords(Typed typed, Question question, Words words) {
    List<String> said = said(typed, question);
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
