package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a supervisor that one claimant may be told where one child is. It stands while
 * its ground is the newest, all rules are met, and nobody has withdrawn it.
 *
 * @param report of the case whose caller the claimant is
 * @param ground as the supervisor has read it
 * @param clearOfOrders whether the supervisor has read the orders and none keeps this claimant away
 * @param by opaque id of the supervisor
 * @param withdrawn null while nobody has withdrawn it
 */
record Telling(
    String child,
    String report,
    Ground ground,
    boolean clearOfOrders,
    String reason,
    String by,
    Instant at,
    @Nullable Withdrawn withdrawn) {

  /**
   * Somebody took it back.
   *
   * @param reason null where the child is missing again, or another episode of it was erased
   * @param by opaque id of the person
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
    requireNonNull(ground, "ground");
    requireNonNull(reason, "reason");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  boolean isOf(String otherChild, String otherReport) {
    return child.equals(otherChild) && report.equals(otherReport);
  }

  boolean restsOn(Ground newest) {
    return withdrawn == null && ground.equals(newest);
  }

  /** Of several that were not withdrawn, all are. */
  Telling withdrawn(Withdrawn now) {
    return withdrawn == null
        ? new Telling(child, report, ground, clearOfOrders, reason, by, at, now)
        : this;
  }

  @Override
  public String toString() {
    return "Telling[" + at + "]";
  }
}
