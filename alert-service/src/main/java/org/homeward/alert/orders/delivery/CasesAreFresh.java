package org.homeward.alert.orders.delivery;

/** Whether case copies are new enough to send from. */
@FunctionalInterface
interface CasesAreFresh {
  boolean now();
}
