package org.homeward.intake.cases;

/**
 * Whether an event could carry the whole case with all its reports released. Otherwise readers
 * would never learn of an accepted case, nor of its freeze and end.
 */
@FunctionalInterface
public interface FitsEvent {
  boolean fits(Case state);
}
