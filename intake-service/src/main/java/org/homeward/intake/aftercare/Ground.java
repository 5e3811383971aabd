package org.homeward.intake.aftercare;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far everything had been recorded when somebody decided: a decision to tell a claimant rests
 * on it. Each part only moves on, so that a decision whose ground is not the newest any more never
 * stands again, whatever is said later.
 *
 * @param words on the safety of the children of the case, how many
 * @param hearings of them, how many
 * @param withdrawals in the case, how many, those too that found nothing to withdraw
 * @param reports names what the reports of the case say, and when each was changed
 * @param interviews that a child of the case has answered, how many
 * @param orders when police said their last word about orders; null while they have not
 * @param links names what was said of links with other episodes of its children
 * @param stops freezes and brakes of the case, how many
 * @param incarnation of the data: a restore takes words away, and every decision with them
 */
record Ground(
    int words,
    int hearings,
    int withdrawals,
    String reports,
    int interviews,
    @Nullable Instant orders,
    String links,
    long stops,
    int incarnation) {

  /** All of it in one line. */
  String text() {
    return String.join(
        "/",
        String.valueOf(words),
        String.valueOf(hearings),
        String.valueOf(withdrawals),
        reports,
        String.valueOf(interviews),
        String.valueOf(orders),
        links,
        String.valueOf(stops),
        String.valueOf(incarnation));
  }
}
