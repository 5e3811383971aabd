package org.homeward.alert.orders.claims;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alerts of one case that somebody has approved, or is about to.
 *
 * @param alerts by id, each in the version that was approved
 */
record Claims(Map<String, Long> alerts) {

  Claims {
    alerts = alerts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(alerts));
  }
}
