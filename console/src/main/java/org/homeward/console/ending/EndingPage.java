package org.homeward.console.ending;

import java.util.List;
import org.homeward.console.steps.StepLink;

/**
 * How a case ends: what is known and decided of each child, and what is still open.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 * @param told what has just been done here, in words; empty when the page is only read
 * @param closed by whom, when and how, in words; empty while nobody has closed the case
 * @param open what is still open, in words
 * @param care steps of aftercare that are open
 * @param steps what this person may do about the case as a whole
 */
record EndingPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String told,
    List<Child> children,
    String closed,
    List<String> open,
    List<Care> care,
    List<StepLink> steps) {

  EndingPage {
    children = List.copyOf(children);
    open = List.copyOf(open);
    care = List.copyOf(care);
    steps = List.copyOf(steps);
  }

  /**
   * A child.
   *
   * @param found whether it is, in words
   * @param safety the state, as a code
   * @param words who said what of its safety, in words, the newest first
   * @param hidden whether a word says that nobody must be told where it is
   * @param interviews that it was offered, the newest first
   */
  record Child(
      String who,
      String found,
      String safety,
      List<String> words,
      boolean hidden,
      List<Claimant> claimants,
      List<Interview> interviews,
      List<StepLink> steps) {

    Child {
      words = List.copyOf(words);
      interviews = List.copyOf(interviews);
      claimants = List.copyOf(claimants);
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Child[redacted]";
    }
  }

  /**
   * Somebody who claims the child.
   *
   * @param who in words
   * @param mayBeTold whether this person may be told where the child is
   * @param rules each rule, in words; empty for those who do not decide
   * @param said hearings and decisions, in words, the newest first
   */
  record Claimant(
      String who, boolean mayBeTold, List<Rule> rules, List<String> said, List<StepLink> steps) {

    Claimant {
      rules = List.copyOf(rules);
      said = List.copyOf(said);
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Claimant[redacted]";
    }
  }

  /**
   * An interview.
   *
   * @param offered by whom, to be held by whom, in words
   * @param said the answers, in words; empty for those who are no confidants
   */
  record Interview(String offered, List<String> said, List<StepLink> steps) {

    Interview {
      said = List.copyOf(said);
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Interview[redacted]";
    }
  }

  /** One rule, in words, and whether it is met. */
  record Rule(String text, boolean met) {}

  /**
   * A step of aftercare.
   *
   * @param what in words
   * @param due the next date, in words
   */
  record Care(String what, String due, List<StepLink> steps) {

    Care {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Care[redacted]";
    }
  }

  @Override
  public String toString() {
    return "EndingPage[" + caseId + "]";
  }
}
