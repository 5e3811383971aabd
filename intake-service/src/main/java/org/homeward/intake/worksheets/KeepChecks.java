package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the checklist of a case to what the rules ask for by now. */
public interface KeepChecks {

  /**
   * Sets what is wanted and not there, says done what the case has done by itself, and lays aside
   * what is open and not wanted any more. Safe to repeat.
   *
   * @param owner opaque id of the person who does what is set; null where anybody may take it
   */
  void want(String caseId, List<Wanted> wanted, @Nullable String owner);

  /**
   * Something that the rules ask for.
   *
   * @param child whom it is about; empty for the whole case
   * @param due null for what only an answer to something else begins
   * @param within how long it may take once it is wanted
   * @param once whether it is done once, and not again after a while
   * @param done whether the case has done it by itself
   */
  record Wanted(
      String code,
      String child,
      @Nullable Instant due,
      Duration within,
      boolean once,
      boolean done) {

    public Wanted {
      requireNonNull(code, "code");
      requireNonNull(child, "child");
      requireNonNull(within, "within");
    }
  }
}
