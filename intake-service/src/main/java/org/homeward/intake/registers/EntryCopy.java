package org.homeward.intake.registers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Objects;
import org.homeward.schema.snapshots.RegisterEntry;

/**
 * The copy of an entry in one of alert's registers.
 *
 * @param since when it was heard of first
 * @param checked the data-protection officer has looked at it
 */
record EntryCopy<S extends RegisterEntry>(S told, Instant since, boolean checked) {

  EntryCopy {
    requireNonNull(told, "told");
    requireNonNull(since, "since");
  }

  /** One with a new end, or one that holds again, is checked again. */
  EntryCopy<S> telling(S newer) {
    boolean holdsAgain =
        (told.revoked() != null && newer.revoked() == null)
            || !Objects.equals(told.expires(), newer.expires())
            || told.confirmed() != newer.confirmed();
    boolean staysChecked = checked && !holdsAgain; // upholds 6
    return new EntryCopy<>(newer, since, staysChecked);
  }

  EntryCopy<S> asChecked() {
    return new EntryCopy<>(told, since, true);
  }

  /** Whether somebody should look at it: it is new, and it may hold. */
  boolean asksForCheck() {
    return !checked && told.revoked() == null;
  }
}
