package org.homeward.alert.orders.alerts;

import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Authority;

/**
 * A person's approval, with everything it depends on.
 *
 * @param entry of the register, as it stands now; empty when there is none
 * @param caseVersion of the case as it is known here now
 * @param holds what stands in the way now
 */
record Approval(
    String person, String hash, Optional<Authority> entry, long caseVersion, Set<Hold> holds) {

  Approval {
    holds = Set.copyOf(holds);
  }
}
