package org.homeward.console.oversight;

import java.util.Map;

/**
 * The page on which a case is erased.
 *
 * @param waiting by whom a first word waits, in words; empty when there is none
 * @param reason the reason of that word; empty when there is none
 * @param typed what stands in the fields
 * @param wrong why it was not done, in words; empty otherwise
 */
record ErasePage(
    String id,
    String code,
    String who,
    boolean exercise,
    String waiting,
    String reason,
    Map<String, String> typed,
    String wrong,
    String key) {

  ErasePage {
    typed = Map.copyOf(typed);
  }

  /** The chosen answer: as it was typed, or as the other person said. */
  String chosen() {
    return typed.getOrDefault("reason", reason);
  }

  @Override
  public String toString() {
    return "ErasePage[" + id + "]";
  }
}
