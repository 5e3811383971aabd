package org.homeward.console.posters;

import java.util.List;

/**
 * Somebody who took posters.
 *
 * @param who to ask for
 * @param phone to call
 * @param places where they hang
 * @param taken how many, when, entered by whom, in words
 * @param why they have to come down, in words; empty while they may hang
 * @param calls that were made, in words, the newest first
 */
record TakerLine(
    String id,
    String alert,
    String code,
    boolean exercise,
    String who,
    String phone,
    String places,
    String taken,
    String why,
    List<String> calls) {

  TakerLine {
    calls = List.copyOf(calls);
  }

  @Override
  public String toString() {
    return "TakerLine[" + id + "]";
  }
}
