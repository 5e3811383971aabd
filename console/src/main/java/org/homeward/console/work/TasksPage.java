package org.homeward.console.work;

import java.util.List;

/**
 * The tasks of all cases.
 *
 * @param of which of it
 * @param told what has just been done, in words; empty when the page is only read
 * @param more whether there are, or may be, others that are not listed
 * @param unconfirmed systems of organisations that wait for a supervisor's word
 */
record TasksPage(
    String of, String told, List<TaskLine> tasks, boolean more, List<Unconfirmed> unconfirmed) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
    unconfirmed = List.copyOf(unconfirmed);
  }

  /** The system of an organisation that an administrator has registered. */
  record Unconfirmed(String id, String name) {}

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
