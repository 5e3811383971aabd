package org.homeward.intake.desks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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

  DeskCopy telling(DeskSnapshot newer) {
    return new DeskCopy(newer, since, checked);
  }

  DeskCopy asChecked() {
    return new DeskCopy(told, since, true);
  }

  /** Whether somebody should look at it: it is new, and its key may open something. */
  boolean asksForCheck() {
    return !checked && told.revoked() == null;
  }
}
