package org.homeward.alert.orders.alerts;

import java.util.Map;

/** Counts how many destinations of an alert stand how; nobody is named. */
@FunctionalInterface
public interface CountDeliveries {

  Counts of(String alert, Alert state);

  /**
   * By how a destination stands with the alert and with its end.
   *
   * @param byChannel only channels on which something was begun
   */
  record Counts(
      Map<String, Integer> alert,
      Map<String, Integer> end,
      int repeated,
      Map<String, OfChannel> byChannel) {}

  /**
   * The same on one channel. A destination that was told the end counts among the ends alone.
   *
   * @param attempted everybody to whom a message was begun
   * @param endsOwed those who may have the alert and have no end yet
   * @param endsSent those whose end was taken
   */
  record OfChannel(
      int attempted,
      int accepted,
      int waiting,
      int refused,
      int unknown,
      int endsOwed,
      int endsSent,
      int endsRefused,
      int endsUnknown) {}
}
