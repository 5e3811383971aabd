package org.homeward.console.family;

import java.util.List;
import org.homeward.console.steps.StepLink;

/**
 * The people of a family.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 * @param done what has just been done here, in words; empty when the page is only read
 * @param steps what the reader may do about the family as a whole
 */
record FamilyPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String done,
    List<Contact> contacts,
    List<StepLink> steps) {

  FamilyPage {
    contacts = List.copyOf(contacts);
    steps = List.copyOf(steps);
  }

  /**
   * Somebody to whom the hotline speaks.
   *
   * @param who name and relation, in words
   * @param number on file
   * @param lines how the person is spoken to, and what was changed, in words
   * @param mustNotLearn in words; empty where nothing is written
   * @param next when the person is called next and by whom, in words
   * @param overdue whether nobody has called in time
   * @param over why the hotline speaks to this person no more, in words; empty while it does
   * @param mayHear whether there is a sentence that this person may hear now
   * @param unmet why not, in words, for those who may know
   * @param told what this person was told, the newest first
   * @param attempts the last calls that reached nobody, the newest first, in words
   */
  record Contact(
      String who,
      String number,
      List<String> lines,
      String mustNotLearn,
      String next,
      boolean overdue,
      String over,
      boolean mayHear,
      List<String> unmet,
      List<Told> told,
      List<String> attempts,
      List<StepLink> steps) {

    Contact {
      lines = List.copyOf(lines);
      unmet = List.copyOf(unmet);
      told = List.copyOf(told);
      attempts = List.copyOf(attempts);
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Contact[redacted]";
    }
  }

  /**
   * Something that a person was told, or was to be told.
   *
   * @param what in words
   * @param read as it was read aloud, for officers; empty for everybody else
   */
  record Told(String what, String read, List<StepLink> steps) {

    Told {
      steps = List.copyOf(steps);
    }
  }

  @Override
  public String toString() {
    return "FamilyPage[" + caseId + "]";
  }
}
