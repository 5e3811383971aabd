package org.homeward.alert.subscribers.subscriptions;

/**
 * How many confirmation mails the whole node begins, in a minute and in an hour of the clock.
 * Alerts, updates and ends have no such ceiling.
 */
record Ceiling(int perMinute, int perHour) {

  Ceiling {
    if (perMinute < 1 || perHour < perMinute) {
      throw new IllegalArgumentException(
          "a minute has one confirmation mail at least, an hour as many as a minute");
    }
  }
}
