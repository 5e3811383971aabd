package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.values.Code;

/**
 * Police have checked custody and protection orders of the children of a case.
 *
 * @param reference of the police
 * @param finding whether they found any; which they are stays with the case team
 */
public record OrdersChecked(String reference, Instant at, Code<OrdersFinding> finding) {

  public OrdersChecked {
    requireNonNull(reference, "reference");
    requireNonNull(at, "at");
    requireNonNull(finding, "finding");
  }

  @Override
  public String toString() {
    return "OrdersChecked[" + finding + "]";
  }
}
