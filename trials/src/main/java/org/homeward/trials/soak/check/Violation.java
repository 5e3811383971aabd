package org.homeward.trials.soak.check;

/**
 * A broken promise.
 *
 * @param invariant its number; 0 for a precondition of all of them
 * @param what names marks and ids, never words of a report
 */
public record Violation(int invariant, String what) {

  @Override
  public String toString() {
    return invariant == 0 ? what : "invariant " + invariant + ": " + what;
  }
}
