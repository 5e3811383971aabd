package org.homeward.console.work;

import java.util.List;

/**
 * The tasks of all cases.
 *
 * @param of which of it
 * @param told what has just been done, in words; empty when the page is only read
 * @param more whether there are, or may be, others that are not listed
 * @param unconfirmed systems and phones of organisations that wait for a supervisor's word
 * @param silent alerts that organisations have not answered in time
 * @param ofFiles tasks beside the care files of which the reader is a member
 */
record TasksPage(
    String of,
    String told,
    List<TaskLine> tasks,
    boolean more,
    List<Unconfirmed> unconfirmed,
    List<Silent> silent,
    List<OfFile> ofFiles) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
    unconfirmed = List.copyOf(unconfirmed);
    silent = List.copyOf(silent);
    ofFiles = List.copyOf(ofFiles);
  }

  /**
   * What an administrator has registered for an organisation.
   *
   * @param list {@code webhooks} or {@code phones}
   */
  record Unconfirmed(String list, String id, String name) {

    String page() {
      return "/registers/" + list + "/" + id;
    }
  }

  /**
   * An alert that organisations have not answered.
   *
   * @param how many, in words
   */
  record Silent(String alert, String how) {}

  /**
   * A task beside a care file.
   *
   * @param page on which it is done
   * @param said what, until when and by whom, in words
   */
  record OfFile(String page, String said, boolean overdue, boolean exercise) {}

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
