package org.homeward.console.carefiles;

import java.util.List;
import java.util.Map;

/**
 * A screening: what is asked, what the rule proposes by the answers of this page, and the decision.
 *
 * @param who it is about, in words
 * @param child whether it is about a child
 * @param seen the version of the file that the page shows
 * @param typed what is decided so far
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record ScreenPage(
    String id,
    String who,
    boolean exercise,
    boolean child,
    List<Group> groups,
    Proposal proposal,
    String seen,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  ScreenPage {
    groups = List.copyOf(groups);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /**
   * Indicators of one element.
   *
   * @param open whether its questions are shown at once
   */
  record Group(String code, List<Question> questions, boolean open) {

    Group {
      questions = List.copyOf(questions);
    }

    long answered() {
      return questions.stream().filter(Question::isAnswered).count();
    }
  }

  /** One indicator. */
  record Question(
      String code, String ask, String source, String answer, String saidBy, String note) {

    boolean isAnswered() {
      return !answer.equals(CareForm.NOT_ASKED);
    }

    /** It does not count so, and the decision is refused. */
    boolean lacksItsSource() {
      return isAnswered() && saidBy.isEmpty();
    }

    @Override
    public String toString() {
      return "Question[" + code + "]";
    }
  }

  /**
   * The proposal of the rule.
   *
   * @param forms of exploitation that a yes points to, in words
   * @param reasons the lines that show something
   * @param notAsked how many indicators nobody has asked about
   */
  record Proposal(String finding, String forms, List<Line> reasons, int notAsked, List<Line> all) {

    Proposal {
      reasons = List.copyOf(reasons);
      all = List.copyOf(all);
    }
  }

  /** One line of a proposal. */
  record Line(String question, String answer, String weighs, String reason) {}

  @Override
  public String toString() {
    return "ScreenPage[" + id + "]";
  }
}
