package org.homeward.intake.scripts;

/** What a person does to a text. */
sealed interface ScriptCommand {

  record Propose(String text, String by) implements ScriptCommand {}

  /**
   * A supervisor answers for it.
   *
   * @param edition that she has read
   */
  record Approve(long edition, String by) implements ScriptCommand {}

  /** It is not to be used any more, at once. */
  record Withdraw() implements ScriptCommand {}
}
