package org.homeward.alert.orders.alerts;

/** Another room's answer to an alert's alarm; the answers run in the order of their beans. */
@FunctionalInterface
public interface AlertAlarm {
  void ring(String alert);
}
