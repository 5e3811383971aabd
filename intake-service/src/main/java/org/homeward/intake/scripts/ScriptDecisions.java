package org.homeward.intake.scripts;

import java.time.Instant;
import org.homeward.intake.scripts.ScriptCommand.Approve;
import org.homeward.intake.scripts.ScriptCommand.Propose;
import org.homeward.intake.scripts.ScriptCommand.Withdraw;
import org.homeward.intake.scripts.ScriptDecision.Refusal;

/** Decides what a command does to a text. */
final class ScriptDecisions {

  private ScriptDecisions() {}

  /** A refusal leaves it as it is. */
  static ScriptDecision decide(Script state, ScriptCommand wish, Instant now) {
    return switch (wish) {
      case Propose(String text, String by) ->
          new ScriptDecision.Changed(state.proposing(text, by, now));
      case Approve approve -> approve(state, approve, now);
      case Withdraw() ->
          state.inUse().isPresent()
              ? new ScriptDecision.Changed(state.withdrawing())
              : new ScriptDecision.Unchanged();
    };
  }

  private static ScriptDecision approve(Script state, Approve wish, Instant now) {
    Script.Proposal proposed = state.proposed();
    if (proposed == null || proposed.edition() != wish.edition()) {
      return new ScriptDecision.Refused(Refusal.NOTHING_PROPOSED);
    }
    return proposed.by().equals(wish.by())
        ? new ScriptDecision.Refused(Refusal.OWN_TEXT)
        : new ScriptDecision.Changed(state.approving(proposed, wish.by(), now));
  }
}
