package org.homeward.intake.shifts;

import java.time.Duration;
import java.util.Set;

/** What a person, an erased case or the time does to what a shift left. */
sealed interface ShiftCommand {

  /** The next shift has read it and goes on from there. */
  record Accept(String by) implements ShiftCommand {}

  /** Whoever left it stays after all. */
  record TakeBack(String by) implements ShiftCommand {}

  record RingIfDue() implements ShiftCommand {}

  /** These cases are erased. */
  record Erase(Set<String> cases) implements ShiftCommand {}

  record ExpireIfDue(Duration kept) implements ShiftCommand {}
}
