package org.homeward.alert.orders.preview;

import java.util.Optional;

/** Finds the alert that has a reference. */
@FunctionalInterface
public interface FindAlertOfReference {

  /** Its id. Asks the store once, whatever is asked for. */
  Optional<String> find(String reference);
}
