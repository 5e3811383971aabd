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
 */
record TasksPage(
    String of,
    String told,
    List<TaskLine> tasks,
    boolean more,
    List<Unconfirmed> unconfirmed,
    List<Silent> silent) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
    unconfirmed = List.copyOf(unconfirmed);
    silent = List.copyOf(silent);
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

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
