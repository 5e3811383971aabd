package org.homeward.intake.registers;

import java.time.Instant;
import org.homeward.schema.snapshots.DeskSnapshot;

/** The copy of a police desk as it is stored. */
record DeskCopy(DeskSnapshot told, Instant since, boolean checked) {

  static DeskCopy of(EntryCopy<DeskSnapshot> copy) {
    return new DeskCopy(copy.told(), copy.since(), copy.checked());
  }

  EntryCopy<DeskSnapshot> read() {
    return new EntryCopy<>(told, since, checked);
  }
}
