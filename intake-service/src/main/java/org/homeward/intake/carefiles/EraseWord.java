package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.intake.rulings.EraseReason;

/**
 * The first word to erase a file: it takes a member and the data-protection officer.
 *
 * @param officer whether the officer said it, and a member has to follow
 */
record EraseWord(String by, boolean officer, EraseReason reason, Instant at) {

  EraseWord {
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }
}
