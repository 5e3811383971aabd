package org.homeward.console.intake;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions about one field of the report. Beside them stands whether it was asked: a field has a
 * value, or the answer that it is not known or not told, or nothing.
 *
 * @param name the end of the keys of its words
 * @param answer the pointer of the answer instead of a value; empty where there can be none
 */
record QuestionGroup(String name, String answer, List<Question> questions) {

  QuestionGroup {
    questions = List.copyOf(questions);
  }

  /**
   * @param questions with pointers below the field
   */
  static QuestionGroup of(String field, Question... questions) {
    return in("/says/", field, questions);
  }

  /** About a field of the child. */
  static QuestionGroup ofChild(String field, Question... questions) {
    return in("/newChildren/0/", field, questions);
  }

  private static QuestionGroup in(String object, String field, Question... questions) {
    return new QuestionGroup(
        field,
        object + "answers/" + field,
        Stream.of(questions).map(question -> question.below(object + field)).toList());
  }

  /** The same about so many items of a list, of which its questions ask about the first. */
  QuestionGroup ofItems(int items) {
    List<Question> first = ofItem("");
    List<Question> all =
        IntStream.range(0, items)
            .boxed()
            .flatMap(item -> first.stream().map(question -> question.ofItem(item)))
            .toList();
    return new QuestionGroup(name, answer, all);
  }

  /** Which items of a list it asks about, as people count; the first has no number. */
  List<String> items() {
    return questions.stream().map(Question::number).distinct().toList();
  }

  /** The questions about one of them. */
  List<Question> ofItem(String number) {
    return questions.stream().filter(question -> question.number().equals(number)).toList();
  }

  /** Whether somebody has written something about this item, or it was refused. */
  boolean isFilled(String number, FilledForm page) {
    return ofItem(number).stream()
        .map(Question::name)
        .anyMatch(
            field ->
                !page.typed().of(field).isEmpty()
                    || !page.wrong(field).isEmpty()
                    || !page.theirs().of(field).isEmpty());
  }

  boolean isOfChild() {
    return answer.startsWith("/newChildren/");
  }

  /** Where its field stands in a request. */
  String pointer() {
    return answer.replaceFirst("/answers/", "/");
  }

  boolean canBeUnknown() {
    return !answer.isEmpty();
  }

  /** Whether its one question has "not known" and "not told" among its own answers. */
  boolean isOneControl() {
    return questions.size() == 1 && questions.getFirst().kind() == Question.Kind.YES_NO;
  }

  /** The answer instead of a value; empty when it was not asked. */
  String answer(Typed typed) {
    if (!isOneControl()) {
      return typed.of(answerField());
    }
    String given = typed.of(questions.getFirst().name());
    return questions.getFirst().isUnanswered(given) ? given : "";
  }

  /** The field of the form that says whether it was asked. */
  String answerField() {
    return "answer." + name;
  }
}
