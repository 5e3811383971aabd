package org.homeward.alert.orders.alerts;

/** What another room does about an alert that is due; called in the order of their beans. */
@FunctionalInterface
public interface AlertAlarm {
  void ring(String alert);
}
