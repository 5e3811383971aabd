package org.homeward.alert.orders.stops;

import java.util.Optional;

/** Tells which case an alert is about, so that its stop is told under that case. */
@FunctionalInterface
public interface FindCaseOfAlert {
  Optional<String> find(String alert);
}
