package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

/** Which alert has a reference; its document's id is the reference itself. */
record AlertReference(String alert) {

  static final String ALERT = "alert";

  AlertReference {
    requireNonNull(alert, ALERT);
  }
}
