package org.homeward.intake.carefiles;

import java.time.Duration;

/** The tombstone of a care file; for everybody it is as if there had been none. */
record GoneCareFile(boolean exercise) implements KeptCareFile {

  /** Nothing asks for it any more. */
  static final Duration KEPT_FOR = Duration.ofDays(30);
}
