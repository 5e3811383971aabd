package org.homeward.intake.imports;

import java.time.Duration;
import java.time.Instant;
import org.homeward.intake.imports.Import.Reviewed;
import org.homeward.intake.imports.Import.Stage;
import org.homeward.intake.imports.Import.Taking;
import org.homeward.intake.imports.ImportCommand.Discard;
import org.homeward.intake.imports.ImportCommand.ExpireIfDue;
import org.homeward.intake.imports.ImportCommand.Progress;
import org.homeward.intake.imports.ImportCommand.Review;
import org.homeward.intake.imports.ImportCommand.RingIfDue;
import org.homeward.intake.imports.ImportCommand.Settle;
import org.homeward.intake.imports.ImportCommand.Take;
import org.homeward.intake.imports.ImportDecision.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to an import. */
final class ImportDecisions {

  private ImportDecisions() {}

  /** A refusal leaves it as it is. */
  static ImportDecision decide(KeptImport state, ImportCommand wish, Instant now) {
    return switch (state) {
      case Import live -> decide(live, wish, now);
      case GoneImport _ ->
          switch (wish) {
            case Take _, Review _ -> new ImportDecision.Refused(Refusal.NO_SUCH_IMPORT);
            case Progress _, Discard _, RingIfDue _, Settle _, ExpireIfDue _ ->
                new ImportDecision.Unchanged();
          };
    };
  }

  private static ImportDecision decide(Import live, ImportCommand wish, Instant now) {
    return switch (wish) {
      case Take(String by) ->
          live.taking() == null
              ? new ImportDecision.Changed(
                  live.taking(new Taking(by, now, 0, RowCounts.NONE, null, null, null, null)))
              : new ImportDecision.Unchanged();
      case Progress progress -> progress(live, progress, now);
      case Review(String by) -> review(live, by, now);
      case Discard() -> mayGo(live) ? gone(live) : new ImportDecision.Refused(Refusal.IMPORT_TAKEN);
      case RingIfDue(Duration within) -> ring(live, within, now);
      case Settle(String caseId) -> changed(live, live.without(caseId::equals));
      case ExpireIfDue(Duration kept) ->
          now.isBefore(live.at().plus(kept)) || !mayGo(live)
              ? new ImportDecision.Unchanged()
              : gone(live); // upholds 8
    };
  }

  /** Neither a person nor the time ends a review that nobody has made. */
  private static boolean mayGo(Import live) {
    return live.stage() == Stage.CHECKED || live.stage() == Stage.REVIEWED; // upholds 11
  }

  private static ImportDecision progress(Import live, Progress progress, Instant now) {
    Taking taking = live.taking();
    if (taking == null || taking.isDone() || taking.upTo() != progress.from()) {
      return new ImportDecision.Unchanged(); // upholds 2
    }
    var next =
        new Taking(
            taking.by(),
            taking.since(),
            progress.upTo(),
            progress.so(),
            progress.isFull() ? now : null,
            progress.isLast() ? now : null,
            null,
            null);
    Import moved = live.taking(next).withErasures(progress.erasures());
    return changed(live, progress.isLast() ? moved.withoutFile() : moved);
  }

  private static ImportDecision review(Import live, String by, Instant now) {
    Taking taking = live.taking();
    if (taking == null || !taking.isDone()) {
      return new ImportDecision.Refused(Refusal.IMPORT_NOT_TAKEN);
    }
    if (taking.reviewed() != null) {
      return new ImportDecision.Unchanged();
    }
    if (taking.by().equals(by)) {
      return new ImportDecision.Refused(Refusal.ANOTHER_PERSON_NEEDED);
    }
    return new ImportDecision.Changed(live.taking(with(taking, taking.rangAt(), by, now)));
  }

  private static Taking with(Taking taking, @Nullable Instant rangAt, String by, Instant now) {
    return new Taking(
        taking.by(),
        taking.since(),
        taking.upTo(),
        taking.so(),
        null,
        taking.doneAt(),
        rangAt,
        new Reviewed(by, now));
  }

  private static ImportDecision ring(Import live, Duration within, Instant now) {
    Taking taking = live.taking();
    Instant done = taking == null ? null : taking.doneAt();
    if (taking == null || done == null || taking.reviewed() != null) {
      return new ImportDecision.Unchanged();
    }
    if (taking.rangAt() != null || now.isBefore(done.plus(within))) {
      return new ImportDecision.Unchanged();
    }
    return new ImportDecision.Changed(
        live.taking(
            new Taking(
                taking.by(), taking.since(), taking.upTo(), taking.so(), null, done, now, null)));
  }

  /** The officer's tasks stay until they are settled. */
  private static ImportDecision gone(Import live) {
    return live.erasures().isEmpty()
        ? new ImportDecision.Changed(new GoneImport(live.exercise()))
        : new ImportDecision.Refused(Refusal.IMPORT_TAKEN);
  }

  private static ImportDecision changed(Import before, Import next) {
    return next.equals(before) ? new ImportDecision.Unchanged() : new ImportDecision.Changed(next);
  }
}
