package org.homeward.console.work;

import java.util.List;

/**
 * What is to be done over all cases.
 *
 * @param of which of it
 * @param number the reader's own number, by which colleagues hand her something
 * @param told what has just been done, in words; empty when the page is only read
 * @param more whether there are, or may be, others that are not listed
 */
record TasksPage(String of, String number, String told, List<TaskLine> tasks, boolean more) {

  static final List<String> WHICH = List.of("ALL", "MINE", "UNASSIGNED", "OVERDUE");

  TasksPage {
    tasks = List.copyOf(tasks);
  }

  static String which(String given) {
    return WHICH.contains(given) ? given : "ALL";
  }
}
