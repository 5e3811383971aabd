package org.homeward.console.intake;

import java.util.List;
import java.util.Map;

/**
 * The page on which one fact of a case is corrected.
 *
 * @param who the children of the case, in words
 * @param child the id of the child whose fact it is; empty for a fact of the case
 * @param childSaid that child, in words; empty when there is only one
 * @param today what is stated now, in words; empty when nothing is
 * @param source which report states it, in words
 * @param anew whether a further report states it, because police may know the one there is
 * @param was what the page shows, as the form sends it back
 * @param key makes a repeated form one report
 */
record CorrectionPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String child,
    String childSaid,
    QuestionGroup group,
    String today,
    String source,
    boolean anew,
    String was,
    String key,
    Typed typed,
    Theirs theirs,
    Map<String, String> wrong,
    List<String> elsewhere)
    implements FilledForm {

  CorrectionPage {
    wrong = Map.copyOf(wrong);
    elsewhere = List.copyOf(elsewhere);
  }

  @Override
  public String wrong(String question) {
    return wrong.getOrDefault(question, "");
  }

  boolean isWrong() {
    return !wrong.isEmpty() || !elsewhere.isEmpty();
  }

  /** The questions with an error, in the order of the page. */
  List<Question> wrongQuestions() {
    return group.questions().stream()
        .filter(question -> wrong.containsKey(question.name()))
        .toList();
  }

  @Override
  public String toString() {
    return "CorrectionPage[" + caseId + "]";
  }
}
