package org.homeward.alert.orders.alerts;

import java.util.Map;

/** Counts how many destinations of an alert stand how; nobody is named. */
@FunctionalInterface
public interface CountDeliveries {

  Counts of(String alert, Alert state);

  /** By how a destination stands with the alert and with its end. */
  record Counts(Map<String, Integer> alert, Map<String, Integer> end, int repeated) {}
}
