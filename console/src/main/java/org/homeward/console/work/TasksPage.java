package org.homeward.console.work;

import java.util.List;

/**
 * The tasks of all cases.
 *
 * @param of which of it
 * @param told what has just been done, in words; empty when the page is only read
 * @param more whether there are, or may be, others that are not listed
 */
record TasksPage(String of, String told, List<TaskLine> tasks, boolean more) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
  }

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
