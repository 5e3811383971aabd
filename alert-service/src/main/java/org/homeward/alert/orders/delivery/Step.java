package org.homeward.alert.orders.delivery;

import java.time.Instant;

/** What is to be done about one destination now. */
sealed interface Step {

  /** Nothing, now and later, as long as the alert stays as it is. */
  record Done() implements Step {}

  /** Nothing before this time. */
  record Wait(Instant until) implements Step {}

  /** Send it: this is stored before. */
  record Send(Delivery intended) implements Step {}

  /** Store this; nothing is sent. */
  record Note(Delivery noted) implements Step {}
}
