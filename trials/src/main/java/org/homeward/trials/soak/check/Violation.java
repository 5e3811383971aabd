package org.homeward.trials.soak.check;

/**
 * Something that must not be.
 *
 * @param invariant its number in the list; 0 for what all of them rest on
 * @param what names marks and ids, never words of a report
 */
public record Violation(int invariant, String what) {

  @Override
  public String toString() {
    return invariant == 0 ? what : "invariant " + invariant + ": " + what;
  }
}
