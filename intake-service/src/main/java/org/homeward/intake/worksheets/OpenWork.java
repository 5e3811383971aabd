package org.homeward.intake.worksheets;

import java.util.List;
import org.homeward.intake.cases.LookAtCase;

/** Tells what of the work on a case nobody has done yet. */
@FunctionalInterface
public interface OpenWork {

  /**
   * Its open items, those of the checklist that have not rung too. One that this person must not
   * know of is not there.
   *
   * @param seen the case as the person has looked at it
   */
  List<Open> of(LookAtCase.Seen seen);

  /**
   * One of them.
   *
   * @param kind of the work, of the checklist its code
   */
  record Open(String kind) {}
}
