package org.homeward.alert.orders.delivery;

/** Whether what is known here of cases is so new that something new may go out. */
@FunctionalInterface
interface CasesAreFresh {
  boolean now();
}
