package org.homeward.intake.finding;

import java.time.Instant;
import java.util.Optional;
import org.homeward.intake.calls.LookAtCall;
import org.homeward.intake.calls.NamesOfCall;
import org.homeward.intake.drafts.LookAtDraft;

/**
 * What somebody searches for: a call that she may see, a draft in which she writes one down, or
 * nothing of these.
 *
 * @param call the name of the call or draft; empty where nobody has called
 */
record Occasion(Optional<String> call, boolean exercise) {

  static Occasion of(LookAtDraft.SeenDraft draft) {
    return new Occasion(Optional.of(NamesOfCall.ofDraft(draft.id())), draft.exercise());
  }

  /**
   * Whoever searches for a call of another shift searches for no call.
   *
   * @param since the beginning of this shift
   */
  static Occasion of(LookAtCall.SeenCall call, Instant since) {
    return new Occasion(
        Optional.of(NamesOfCall.ofCall(call.id())).filter(_ -> !call.at().isBefore(since)),
        call.exercise());
  }

  static Occasion none() {
    return new Occasion(Optional.empty(), false);
  }
}
