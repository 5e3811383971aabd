package org.homeward.console.scripts;

import java.util.List;

/**
 * The texts in the reader's language.
 *
 * @param mayApprove whether the reader approves what others wrote
 */
record ScriptsPage(List<Line> scripts, boolean mayApprove) {

  ScriptsPage {
    scripts = List.copyOf(scripts);
  }

  /**
   * One text.
   *
   * @param id as the API names it
   * @param occasion when it is needed, in words
   * @param spoken whether it is said in a call
   * @param text that is in use; empty when none is
   * @param by who answers for it, in words
   * @param waits whether a proposal waits for an approval
   */
  record Line(String id, String occasion, boolean spoken, String text, String by, boolean waits) {

    boolean isInUse() {
      return !text.isEmpty();
    }
  }

  /** Those that a call needs. */
  List<Line> spoken() {
    return scripts.stream().filter(each -> each.spoken() && each.isInUse()).toList();
  }
}
