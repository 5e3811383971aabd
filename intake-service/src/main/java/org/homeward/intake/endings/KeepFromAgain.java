package org.homeward.intake.endings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.Incarnation;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.schema.disclosure.Exclusion;
import org.homeward.schema.event.ChangeType;

/**
 * After a restore, keeps cases from people again. A copy as new as the line is left alone: it also
 * knows later decisions to show the case again.
 */
final class KeepFromAgain implements Replay {

  private final GuardedDocuments<KeptCase> cases;
  private final Incarnation incarnation;

  KeepFromAgain(GuardedDocuments<KeptCase> cases, Incarnation incarnation) {
    this.cases = cases;
    this.incarnation = incarnation;
  }

  @Override
  public Replayed replay(EndsLine line) {
    Set<String> entries = new TreeSet<>(line.codes().values());
    return switch (cases.change(line.id(), read -> kept(read, entries, line.version()))) {
      case WriteOutcome.Written<KeptCase, Boolean> _ -> Replayed.DONE;
      case WriteOutcome.Kept<KeptCase, Boolean> _ -> Replayed.KNOWN;
      case WriteOutcome.Absent<KeptCase, Boolean> _ -> Replayed.MISSING;
    };
  }

  private Decision<KeptCase, Boolean> kept(
      Guarded<KeptCase> read, Set<String> entries, long version) {
    if (knows(read, version)) {
      return Decision.keep(false);
    }
    return switch (read.state()) {
      case Case live when live.notTo().containsAll(entries) -> Decision.keep(false);
      case Case live ->
          Decision.write(
              CaseEdit.of(
                      live.keptFrom(entries),
                      BY,
                      cases.clock().instant(),
                      List.of(ChangeType.CASE_AMENDED))
                  .asEssential(),
              true);
      case ErasedCase stone when keptFrom(stone, entries).equals(stone) -> Decision.keep(false);
      case ErasedCase stone ->
          Decision.write(
              Edit.<KeptCase>of(keptFrom(stone, entries), BY).withDues(read.dues()).asEssential(),
              true);
    };
  }

  /** A version that was written since the restore says nothing of how new the copy was. */
  private boolean knows(Guarded<KeptCase> read, long version) {
    boolean isOfTheCopy = read.version() < incarnation.after(0);
    return isOfTheCopy && read.version() >= version;
  }

  /** A tombstone is kept from people only. */
  private static ErasedCase keptFrom(ErasedCase stone, Set<String> entries) {
    Set<String> all = new HashSet<>(stone.notTo());
    entries.stream().filter(Exclusion::isPerson).forEach(all::add); // upholds 6
    return new ErasedCase(
        stone.id(),
        stone.home(),
        stone.exercise(),
        stone.month(),
        all,
        stone.reason(),
        stone.forgotten());
  }
}
