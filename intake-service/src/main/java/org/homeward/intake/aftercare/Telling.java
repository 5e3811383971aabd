package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a supervisor that one claimant may be told where one child is. It stands as long
 * as nobody withdraws it and all rules are still met.
 *
 * @param report of the case whose caller the claimant is
 * @param orders the word of police that it rests on
 * @param clearOfOrders whether the supervisor has read the orders and none keeps this claimant away
 * @param by opaque id of the supervisor
 * @param withdrawn null while nobody has withdrawn it
 */
record Telling(
    String child,
    String report,
    @Nullable Instant orders,
    boolean clearOfOrders,
    String reason,
    String by,
    Instant at,
    @Nullable Withdrawn withdrawn) {

  /**
   * Somebody took it back.
   *
   * @param by opaque id of the person
   * @param reason null after a restore: only its fact is known
   */
  record Withdrawn(@Nullable String reason, String by, Instant at) {

    Withdrawn {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Withdrawn[" + at + "]";
    }
  }

  Telling {
    requireNonNull(child, "child");
    requireNonNull(report, "report");
    requireNonNull(reason, "reason");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  boolean isOf(String otherChild, String otherReport) {
    return child.equals(otherChild) && report.equals(otherReport);
  }

  /** Of several that were not withdrawn, all are. */
  Telling withdrawn(Withdrawn now) {
    return withdrawn == null
        ? new Telling(child, report, orders, clearOfOrders, reason, by, at, now)
        : this;
  }

  @Override
  public String toString() {
    return "Telling[" + at + "]";
  }
}
