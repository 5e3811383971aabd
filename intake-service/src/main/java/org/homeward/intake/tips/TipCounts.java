package org.homeward.intake.tips;

import org.homeward.intake.tips.ReceiveTip.Outcome;

/** Counts what became of strangers' tips. */
@FunctionalInterface
interface TipCounts {

  void count(Outcome outcome);
}
