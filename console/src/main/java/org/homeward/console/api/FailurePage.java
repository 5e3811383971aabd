package org.homeward.console.api;

import java.util.Set;

/**
 * A page that could not be made.
 *
 * @param kind {@code not-here}, {@code not-for-you}, {@code gone}, {@code away}, {@code bug} or
 *     {@code refused}
 * @param what the part of the node that is away, or the type of the problem; empty otherwise
 * @param done what was done just before and stays done: {@code filed}, {@code released}, {@code
 *     held}, {@code told}; empty otherwise
 * @param comesBack whether the browser asks for the page again by itself
 */
record FailurePage(String kind, String what, String done, boolean comesBack) {

  private static final Set<String> DONE = Set.of("filed", "released", "held", "told");

  FailurePage {
    done = DONE.contains(done) ? done : "";
  }
}
