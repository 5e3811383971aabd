package org.homeward.console.work;

import java.util.List;

/**
 * The tasks of all cases.
 *
 * @param of which of it
 * @param told what has just been done, in words; empty when the page is only read
 * @param more whether there are, or may be, others that are not listed
 * @param unconfirmed systems and phones of organisations that wait for a supervisor's word
 */
record TasksPage(
    String of, String told, List<TaskLine> tasks, boolean more, List<Unconfirmed> unconfirmed) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
    unconfirmed = List.copyOf(unconfirmed);
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

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
