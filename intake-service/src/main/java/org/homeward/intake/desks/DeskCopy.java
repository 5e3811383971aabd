package org.homeward.intake.desks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Objects;
import org.homeward.schema.facts.DeskSnapshot;

/**
 * What alert told of a police desk.
 *
 * @param since when it was heard of first
 * @param checked the data-protection officer has looked at it
 */
record DeskCopy(DeskSnapshot told, Instant since, boolean checked) {

  DeskCopy {
    requireNonNull(told, "told");
    requireNonNull(since, "since");
  }

  /** A new key, or one that opens something again, is checked again. */
  DeskCopy telling(DeskSnapshot newer) {
    boolean opensAgain =
        (told.revoked() != null && newer.revoked() == null)
            || !Objects.equals(told.expires(), newer.expires())
            || told.confirmed() != newer.confirmed();
    return new DeskCopy(newer, since, checked && !opensAgain); // upholds 6
  }

  DeskCopy asChecked() {
    return new DeskCopy(told, since, true);
  }

  /** Whether somebody should look at it: it is new, and its key may open something. */
  boolean asksForCheck() {
    return !checked && told.revoked() == null;
  }
}
