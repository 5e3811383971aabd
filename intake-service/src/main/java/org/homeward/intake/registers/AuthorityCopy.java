package org.homeward.intake.registers;

import java.time.Instant;
import org.homeward.schema.snapshots.AuthoritySnapshot;

/** The copy of an authority as it is stored. */
record AuthorityCopy(AuthoritySnapshot told, Instant since, boolean checked) {

  static AuthorityCopy of(EntryCopy<AuthoritySnapshot> copy) {
    return new AuthorityCopy(copy.told(), copy.since(), copy.checked());
  }

  EntryCopy<AuthoritySnapshot> read() {
    return new EntryCopy<>(told, since, checked);
  }
}
