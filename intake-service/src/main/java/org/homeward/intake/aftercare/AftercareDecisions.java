package org.homeward.intake.aftercare;

import java.util.List;
import org.homeward.intake.aftercare.AftercareCommand.Close;
import org.homeward.intake.aftercare.AftercareCommand.Erase;
import org.homeward.intake.aftercare.AftercareCommand.Hear;
import org.homeward.intake.aftercare.AftercareCommand.Say;
import org.homeward.intake.aftercare.AftercareCommand.Tell;
import org.homeward.intake.aftercare.AftercareCommand.Withdraw;
import org.homeward.intake.aftercare.AftercareCommand.WithdrawAll;
import org.homeward.intake.aftercare.AftercareDecision.Refusal;

/** Decides what a command does after a find; pure and exhaustive. */
final class AftercareDecisions {

  private AftercareDecisions() {}

  /**
   * A refusal leaves everything as it is.
   *
   * @param state the empty one where there is none yet
   */
  static AftercareDecision decide(KeptAftercare state, AftercareCommand wish) {
    return switch (state) {
      case Aftercare now -> decide(now, wish);
      case GoneAftercare _ ->
          switch (wish) {
            case Say _, Hear _, Tell _, Close _ ->
                new AftercareDecision.Refused(Refusal.CASE_ERASED);
            case Withdraw _, WithdrawAll _, Erase _ -> new AftercareDecision.Unchanged();
          };
    };
  }

  private static AftercareDecision decide(Aftercare now, AftercareCommand wish) {
    return switch (wish) {
      case Withdraw(String child, String report, var withdrawn) ->
          new AftercareDecision.Changed(
              now.withdrawing(each -> each.isOf(child, report), withdrawn));
      case WithdrawAll(String child, var withdrawn) ->
          new AftercareDecision.Changed(
              now.withdrawing(each -> each.child().equals(child), withdrawn));
      case Erase() -> new AftercareDecision.Changed(GoneAftercare.ERASED);
      case Say(SafeWord word) when now.closing() == null || word.protects() ->
          new AftercareDecision.Changed(now.saying(word));
      case Hear(Hearing hearing) when now.closing() == null || hearing.protects() ->
          new AftercareDecision.Changed(now.hearing(hearing));
      case Say _, Hear _ -> new AftercareDecision.Refused(Refusal.CASE_CLOSED);
      case Tell _, Close _ when now.closing() != null ->
          new AftercareDecision.Refused(Refusal.CASE_CLOSED);
      case Tell tell -> tell(now, tell);
      case Close(Closing closing, List<OpenMatter> open) ->
          open.isEmpty()
              ? new AftercareDecision.Changed(now.closed(closing))
              : new AftercareDecision.NotClosed(open);
    };
  }

  private static AftercareDecision tell(Aftercare now, Tell tell) {
    Ground newest = tell.grounds().ground(now);
    if (!tell.grounds().codes().isOf(newest, tell.read())) {
      return new AftercareDecision.Refused(Refusal.GROUND_CHANGED); // upholds 6
    }
    List<Whereabouts.Rule> unmet =
        Whereabouts.unmet(
            tell.grounds().matter(now, tell.child(), tell.report(), tell.clearOfOrders()));
    if (!unmet.isEmpty()) return new AftercareDecision.NotTold(unmet); // upholds 6
    return tell.grounds().told(now, tell.child(), tell.report()).isPresent()
        ? new AftercareDecision.Unchanged()
        : new AftercareDecision.Changed(now.telling(tell.on(newest)));
  }
}
