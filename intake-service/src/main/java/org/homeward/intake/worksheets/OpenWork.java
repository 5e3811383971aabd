package org.homeward.intake.worksheets;

import java.util.List;
import org.homeward.intake.cases.LookAtCase;
import org.jspecify.annotations.Nullable;

/** Tells what of the work on a case nobody has done yet. */
@FunctionalInterface
public interface OpenWork {

  /**
   * Its open items, those of the checklist that have not rung too.
   *
   * @param seen the case as the person has looked at it
   */
  List<Open> of(LookAtCase.Seen seen);

  /**
   * One of them.
   *
   * @param kind of the work, of the checklist its code; null where this person must not know it
   */
  record Open(@Nullable String kind) {}
}
