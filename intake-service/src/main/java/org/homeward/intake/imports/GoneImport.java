package org.homeward.intake.imports;

import java.time.Duration;

/** The tombstone of an import; the cases that it opened stay. */
record GoneImport(boolean exercise) implements KeptImport {

  /** Nothing asks for it any more. */
  static final Duration KEPT_FOR = Duration.ofDays(30);
}
