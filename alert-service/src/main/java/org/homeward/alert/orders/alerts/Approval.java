package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.snapshots.OrdersChecked;
import org.jspecify.annotations.Nullable;

/**
 * A person's approval, with everything it depends on.
 *
 * @param entry of the register, as it stands now; empty when there is none
 * @param caseVersion of the case as it is known here now
 * @param ordersRead when the word of police that the person read was recorded; null for none
 * @param orders the word of police about custody and protection orders that stands now
 * @param holds what stands in the way now
 */
record Approval(
    String person,
    String hash,
    Optional<Authority> entry,
    long caseVersion,
    @Nullable Instant ordersRead,
    Optional<OrdersChecked> orders,
    Set<Hold> holds) {

  Approval {
    holds = Set.copyOf(holds);
  }

  /** Whether police have said that there is an order, or that there is none. */
  boolean ordersChecked() {
    return says(OrdersFinding.NONE_FOUND) || says(OrdersFinding.FOUND);
  }

  /** Whether the word that stands is the one that was read; one that found any must be read. */
  boolean isOfTheWordThatWasRead() {
    return ordersRead == null
        ? says(OrdersFinding.NONE_FOUND)
        : orders.filter(word -> word.at().equals(ordersRead)).isPresent();
  }

  private boolean says(OrdersFinding finding) {
    return orders.filter(word -> word.finding().value() == finding).isPresent();
  }
}
