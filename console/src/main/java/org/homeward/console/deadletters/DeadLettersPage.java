package org.homeward.console.deadletters;

import java.util.List;

/**
 * Messages that systems of organisations refused for good or too often.
 *
 * @param key makes a repeated press of a line's button one command
 * @param mayReplay whether the reader may have one sent again
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record DeadLettersPage(List<Line> lines, String key, boolean mayReplay, String told, String wrong) {

  DeadLettersPage {
    lines = List.copyOf(lines);
  }

  /**
   * One message.
   *
   * @param number of its destination
   * @param webhook its id; empty when it is there no more
   * @param end whether it is the end of the alert
   * @param why a code
   */
  record Line(String alert, String number, String webhook, String name, boolean end, String why) {}
}
