package org.homeward.bridge.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The grounds on file that let content cross the border to a partner.
 *
 * @param clauses the standard clauses that both have signed; null when there are none
 */
record PartnerGrounds(@Nullable Clauses clauses) {

  /**
   * @param reference where the signed paper is
   */
  record Clauses(String reference, String by, Instant at) {}
}
