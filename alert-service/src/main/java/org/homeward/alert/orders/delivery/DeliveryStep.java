package org.homeward.alert.orders.delivery;

import java.time.Instant;

/** The next step for one destination. */
sealed interface DeliveryStep {

  /** Nothing, now and later, as long as the alert stays as it is. */
  record Done() implements DeliveryStep {}

  /** Nothing before this time. */
  record Wait(Instant until) implements DeliveryStep {}

  /** Send it: this is stored before. */
  record Send(Delivery intended) implements DeliveryStep {}

  /** Store this; nothing is sent. */
  record Note(Delivery noted) implements DeliveryStep {}
}
