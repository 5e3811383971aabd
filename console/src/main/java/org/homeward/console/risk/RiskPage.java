package org.homeward.console.risk;

import java.util.List;
import java.util.Map;

/**
 * The assessment of a case.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 * @param said the risk and the category that its reports state now, in words; empty where none do
 * @param opens whether this person may assess the case
 * @param groups the questions, in the call handler's order
 * @param proposal of the rule, by the answers of this page
 * @param reports on which an assessment can rest; the first is the usual one
 * @param sources held reports that an answer can come from; empty where there is but one report
 * @param earlier the newest first
 * @param after the number of the newest assessment that this page shows
 * @param typed what is decided so far
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record RiskPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String said,
    boolean opens,
    List<Group> groups,
    Proposal proposal,
    List<Choice> reports,
    List<Choice> sources,
    List<Earlier> earlier,
    int after,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  RiskPage {
    groups = List.copyOf(groups);
    reports = List.copyOf(reports);
    sources = List.copyOf(sources);
    earlier = List.copyOf(earlier);
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
   * Questions of one source.
   *
   * @param source the document, in its own words
   */
  record Group(String code, String source, List<Question> questions) {

    Group {
      questions = List.copyOf(questions);
    }
  }

  /**
   * One question.
   *
   * @param noted whether more than yes or no is asked for
   * @param from the held report that it comes from; empty: the one that the assessment rests on
   * @param confidant whether the answer was given in confidence
   * @param said the answer that a report gives; empty where none does
   */
  record Question(
      String code,
      String ask,
      String answer,
      boolean noted,
      String note,
      String from,
      boolean confidant,
      String said) {

    @Override
    public String toString() {
      return "Question[" + code + "]";
    }
  }

  /**
   * The proposal of the rule, line by line.
   *
   * @param category as a code; its word stands in the list {@code Category}
   * @param reasons the lines that say yes or that nobody knows, the gravest first
   * @param notAsked how many questions nobody has asked
   * @param all every line
   */
  record Proposal(String level, String category, List<Line> reasons, int notAsked, List<Line> all) {

    Proposal {
      reasons = List.copyOf(reasons);
      all = List.copyOf(all);
    }
  }

  /**
   * One line of a proposal.
   *
   * @param question in words
   * @param answer its code
   * @param source where the question comes from
   */
  record Line(String question, String answer, String level, String reason, String source) {}

  /**
   * A report on which an assessment can rest.
   *
   * @param text in words
   */
  record Choice(String value, String text) {}

  /**
   * An assessment that somebody made.
   *
   * @param made by whom and when, in words
   * @param proposed what the rule had proposed, where somebody decided otherwise; empty elsewhere
   * @param reason of that person
   * @param review until when it stands, in words
   * @param notes what else a reader must know of it, in words
   * @param answers question and answer, in words
   */
  record Earlier(
      String level,
      String category,
      String made,
      String proposed,
      String reason,
      String review,
      List<String> notes,
      List<String> answers) {

    Earlier {
      notes = List.copyOf(notes);
      answers = List.copyOf(answers);
    }

    @Override
    public String toString() {
      return "Earlier[" + level + "]";
    }
  }

  @Override
  public String toString() {
    return "RiskPage[" + caseId + "]";
  }
}
