package org.homeward.intake.shifts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/** Lists what shifts have left, what waits for somebody first; shows what one of them left. */
final class ViewShifts {

  /** Those that wait stand above the others. */
  static final Listing<KeptShift> WAITING_FIRST =
      new Listing<>(KeptShift.KEPT, each -> isWaiting(each) ? 1 : 0, ViewShifts::leftAt);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptShift.SHIFT);

  private static final int BATCH = 100;

  private final GuardedDocuments<KeptShift> shifts;
  private final ViewCases viewCases;
  private final AuditTrail trail;
  private final Clock clock;

  ViewShifts(
      GuardedDocuments<KeptShift> shifts, ViewCases viewCases, AuditTrail trail, Clock clock) {
    this.shifts = shifts;
    this.viewCases = viewCases;
    this.trail = trail;
    this.clock = clock;
  }

  /** A page without any words. */
  ListPage<KeptShift> page(ListWalk walk, int limit) {
    return shifts.list(walk, limit, _ -> true);
  }

  /**
   * The notes that one shift left.
   *
   * @param lines those about cases that the reader may know of
   */
  record Shown(Shift shift, long version, List<Shift.Line> lines) {}

  /** Its words may name anybody; each case that a line is about is looked at. */
  Optional<Shown> one(String id, Viewer viewer) {
    return shifts.find(id).flatMap(read -> shown(read, viewer));
  }

  private Optional<Shown> shown(Guarded<KeptShift> read, Viewer viewer) {
    if (!(read.state() instanceof Shift shift)) {
      return Optional.empty();
    }
    Map<String, ViewCases.Tasked> known = viewCases.among(shift.cases(), viewer);
    List<Shift.Line> lines =
        shift.lines().stream()
            .filter(line -> known.containsKey(line.caseId())) // upholds 6
            .toList();
    viewer.looks(
        trail, List.of(read.id()), AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
    viewCases.look(known.values(), viewer); // upholds 10
    return Optional.of(new Shown(shift, read.version(), lines));
  }

  /** How many nobody has accepted in time. */
  long overdue() {
    Instant now = clock.instant();
    return shifts.list(TOP, BATCH, _ -> true).documents().stream()
        .filter(each -> each.state() instanceof Shift shift && shift.isOverdue(now))
        .count();
  }

  private static boolean isWaiting(KeptShift each) {
    return each instanceof Shift shift && shift.isWaiting();
  }

  private static Instant leftAt(KeptShift each) {
    return each instanceof Shift shift ? shift.leftAt() : Instant.EPOCH;
  }
}
