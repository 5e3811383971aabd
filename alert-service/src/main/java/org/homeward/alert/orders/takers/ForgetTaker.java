package org.homeward.alert.orders.takers;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/** Forgets a taker 30 days after the end of the alert, which updates may have moved meanwhile. */
final class ForgetTaker {

  static final String DUE = "end";

  private static final String BY = "alert";
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final GuardedDocuments<PosterTaker> takers;
  private final GuardedDocuments<Alert> alerts;

  ForgetTaker(GuardedDocuments<PosterTaker> takers, GuardedDocuments<Alert> alerts) {
    this.takers = takers;
    this.alerts = alerts;
  }

  /** Answers the taker's alarm. */
  void forgetIfDue(String id) {
    Instant now = takers.clock().instant();
    WriteOutcome<PosterTaker, Boolean> _ =
        takers.change(
            id,
            read ->
                read.state() instanceof PosterTaker.Known known && read.dueAt(now).contains(DUE)
                    ? Decision.write(next(read, known, now), true)
                    : Decision.keep(false));
  }

  private Edit<PosterTaker> next(Guarded<PosterTaker> read, PosterTaker.Known known, Instant now) {
    Alert alert = alerts.find(known.alert()).map(Guarded::state).orElse(null);
    Instant until = TakeDown.until(known.until(), alert);
    Instant end = until.plus(TakeDown.REMEMBERED);
    if (TakeDown.isOver(alert) && !end.isAfter(now)) { // upholds 8
      var stone =
          new PosterTaker.Forgotten(known.alert(), YearMonth.from(until.atOffset(ZoneOffset.UTC)));
      return Edit.<PosterTaker>of(stone, BY)
          .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
          .asEssential();
    }
    Map<String, Instant> dues = new HashMap<>(read.dues());
    dues.put(DUE, TakeDown.isOver(alert) ? end : later(until, now));
    return Edit.<PosterTaker>of(known.until(until), BY).withDues(dues).asEssential();
  }

  /** An alert that should be over and is not yet is looked at again. */
  private static Instant later(Instant due, Instant now) {
    return due.isAfter(now) ? due : now.plus(AGAIN);
  }
}
