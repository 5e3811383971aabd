package org.homeward.bridge.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on file about a partner that lets content cross the border to it.
 *
 * @param clauses the standard clauses that both have signed; null when there are none
 */
record PartnerGrounds(@Nullable Clauses clauses) {

  /**
   * @param reference where the signed paper is
   */
  record Clauses(String reference, String by, Instant at) {}
}
