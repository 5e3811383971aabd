package org.homeward.intake.aftercare;

import java.util.List;
import java.util.Optional;
import org.homeward.intake.aftercare.AftercareCommand.Close;
import org.homeward.intake.aftercare.AftercareCommand.Erase;
import org.homeward.intake.aftercare.AftercareCommand.Hear;
import org.homeward.intake.aftercare.AftercareCommand.Say;
import org.homeward.intake.aftercare.AftercareCommand.Tell;
import org.homeward.intake.aftercare.AftercareCommand.Withdraw;
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
                new AftercareDecision.Refused(Refusal.CASE_ERASED); // upholds 7
            case Withdraw _, Erase _ -> new AftercareDecision.Unchanged();
          };
    };
  }

  private static AftercareDecision decide(Aftercare now, AftercareCommand wish) {
    return switch (wish) {
      case Withdraw withdraw -> withdraw(now, withdraw);
      case Erase() -> new AftercareDecision.Changed(GoneAftercare.ERASED); // upholds 7
      case Say _, Hear _, Tell _, Close _ when now.closing() != null ->
          new AftercareDecision.Refused(Refusal.CASE_CLOSED);
      case Say(SafeWord word) -> new AftercareDecision.Changed(now.saying(word));
      case Hear(Hearing hearing) -> new AftercareDecision.Changed(now.hearing(hearing));
      case Tell tell -> tell(now, tell);
      case Close(Closing closing, List<OpenMatter> open) ->
          open.isEmpty()
              ? new AftercareDecision.Changed(now.closed(closing))
              : new AftercareDecision.NotClosed(open);
    };
  }

  private static AftercareDecision tell(Aftercare now, Tell tell) {
    Telling telling = tell.telling();
    List<Whereabouts.Rule> unmet = Whereabouts.unmet(tell.grounds().matter(now, telling));
    if (!unmet.isEmpty()) return new AftercareDecision.NotTold(unmet); // upholds 6
    Optional<Telling> told = now.told(telling.child(), telling.report());
    boolean stands =
        told.filter(it -> Whereabouts.unmet(tell.grounds().matter(now, it)).isEmpty()).isPresent();
    return stands
        ? new AftercareDecision.Unchanged()
        : new AftercareDecision.Changed(now.telling(telling));
  }

  private static AftercareDecision withdraw(Aftercare now, Withdraw wish) {
    Aftercare next =
        now.withTellings(
            each ->
                each.isOf(wish.child(), wish.report()) ? each.withdrawn(wish.withdrawn()) : each);
    return next.equals(now)
        ? new AftercareDecision.Unchanged()
        : new AftercareDecision.Changed(next);
  }
}
