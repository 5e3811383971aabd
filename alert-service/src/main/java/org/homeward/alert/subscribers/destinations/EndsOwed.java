package org.homeward.alert.subscribers.destinations;

/**
 * Knows whether a destination may have received something of an alert whose end it has not got, so
 * that it is still to be told, or is listed by name.
 */
@FunctionalInterface
public interface EndsOwed {

  /**
   * @param number in the log of destinations; 0 for one that was never told anything
   */
  boolean isOwed(long number);
}
