package org.homeward.intake.aftercare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.homeward.schema.bridge.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * How far everything had been recorded when somebody decided: a decision to tell a claimant rests
 * on it. Each part only moves on, so that a decision whose ground is not the newest any more never
 * stands again, whatever is said later.
 *
 * @param words on the safety of the children of the case, how many
 * @param hearings of them, how many
 * @param facts reports of the case and their amendments, how many
 * @param interviews that a child of the case has answered, how many
 * @param orders when police said their last word about orders; null while they have not
 * @param elsewhere names what other episodes of the child say
 * @param incarnation of the data: a restore takes words away, and every decision with them
 */
record Ground(
    int words,
    int hearings,
    int facts,
    int interviews,
    @Nullable Instant orders,
    String elsewhere,
    int incarnation) {

  /** Names it for a reader, who sends it back with the decision. */
  String code() {
    return Hashes.of(
        String.join(
                "/",
                String.valueOf(words),
                String.valueOf(hearings),
                String.valueOf(facts),
                String.valueOf(interviews),
                String.valueOf(orders),
                elsewhere,
                String.valueOf(incarnation))
            .getBytes(UTF_8));
  }
}
