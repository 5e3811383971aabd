package org.homeward.intake.shifts;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.intake.shifts.ShiftCommand.Accept;
import org.homeward.intake.shifts.ShiftCommand.Erase;
import org.homeward.intake.shifts.ShiftCommand.ExpireIfDue;
import org.homeward.intake.shifts.ShiftCommand.RingIfDue;
import org.homeward.intake.shifts.ShiftCommand.TakeBack;
import org.homeward.intake.shifts.ShiftDecision.Refusal;

/** Decides what a command does to what a shift left. */
final class ShiftDecisions {

  private ShiftDecisions() {}

  /** A refusal leaves it as it is. */
  static ShiftDecision decide(KeptShift state, ShiftCommand wish, Instant now) {
    return switch (state) {
      case Shift shift -> decide(shift, wish, now);
      case GoneShift _ ->
          switch (wish) {
            case Accept _, TakeBack _ -> new ShiftDecision.Refused(Refusal.NO_SUCH_SHIFT);
            case RingIfDue _, Erase _, ExpireIfDue _ -> new ShiftDecision.Unchanged();
          };
    };
  }

  private static ShiftDecision decide(Shift shift, ShiftCommand wish, Instant now) {
    return switch (wish) {
      case Accept(String by) ->
          by.equals(shift.leftBy())
              ? new ShiftDecision.Refused(Refusal.OWN_SHIFT) // upholds 11
              : ended(shift, Shift.How.ACCEPTED, by, now);
      case TakeBack(String by) ->
          by.equals(shift.leftBy())
              ? ended(shift, Shift.How.TAKEN_BACK, by, now)
              : new ShiftDecision.Refused(Refusal.NOT_YOUR_SHIFT);
      case RingIfDue() ->
          shift.isOverdue(now) && shift.rangAt() == null
              ? new ShiftDecision.Changed(shift.rung(now))
              : new ShiftDecision.Unchanged();
      case Erase(Set<String> cases) -> changed(shift, shift.without(cases::contains));
      case ExpireIfDue(Duration kept) ->
          now.isBefore(shift.leftAt().plus(kept))
              ? new ShiftDecision.Unchanged()
              : new ShiftDecision.Changed(GoneShift.EXPIRED); // upholds 8
    };
  }

  private static ShiftDecision ended(Shift shift, Shift.How how, String by, Instant now) {
    Shift.Over over = shift.over();
    if (over == null) {
      return new ShiftDecision.Changed(shift.ended(how, by, now));
    }
    return over.how() == how && over.by().equals(by)
        ? new ShiftDecision.Unchanged()
        : new ShiftDecision.Refused(Refusal.SHIFT_OVER);
  }

  private static ShiftDecision changed(Shift before, Shift next) {
    return next.equals(before) ? new ShiftDecision.Unchanged() : new ShiftDecision.Changed(next);
  }
}
