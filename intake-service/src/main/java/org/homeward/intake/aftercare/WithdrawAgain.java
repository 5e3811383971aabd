package org.homeward.intake.aftercare;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.durable.store.Incarnation;

/**
 * After a restore, withdraws again what was withdrawn before it: a claimant whom an earlier copy
 * lets learn where a child is. What a supervisor decided anew after the copy was made stays
 * withdrawn until she says so once more.
 */
public final class WithdrawAgain {

  /** The kind of a line about whereabouts. */
  public static final String KIND = "aftercare";

  private static final String WITHDRAWN_LINE = "withdrawn";
  private static final String CHILD = "child";
  private static final String REPORT = "report";

  private final ChangeAftercare changeAftercare;
  private final Predicate<Guarded<?>> isOfTheCopy;

  /**
   * @param incarnation what was written in an earlier one is of the copy
   */
  WithdrawAgain(ChangeAftercare changeAftercare, Incarnation incarnation) {
    this.changeAftercare = changeAftercare;
    this.isOfTheCopy = read -> read.version() < incarnation.after(0);
  }

  /** All that are withdrawn and that nobody decided anew: which is the newest is not known here. */
  static List<EndsLine> lines(Guarded<KeptAftercare> document, PendingChange change) {
    return document.state() instanceof Aftercare now
            && change.type().equals(ChangeAftercare.WITHDRAWN)
        ? now.tellings().stream()
            .filter(each -> now.told(each.child(), each.report()).isEmpty())
            .map(each -> Map.of(CHILD, each.child(), REPORT, each.report()))
            .distinct()
            .map(
                codes ->
                    new EndsLine(
                        change.at(), KIND + "/" + document.id(), change.n(), WITHDRAWN_LINE, codes))
            .toList()
        : List.of();
  }

  /** Applies a line about whereabouts; safe to repeat. */
  public Replayed replay(EndsLine line) {
    if (!line.what().equals(WITHDRAWN_LINE)) {
      return Replayed.MISSING;
    }
    String child = line.codes().getOrDefault(CHILD, "");
    String report = line.codes().getOrDefault(REPORT, "");
    return changeAftercare.withdrawAgain(line.id(), child, report, line.version(), isOfTheCopy)
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
