package org.homeward.intake.rulings;

/** Rings for a person, because something was not done in time. */
@FunctionalInterface
public interface Bell {

  /**
   * @param id of what it is about
   */
  void ring(String id);
}
