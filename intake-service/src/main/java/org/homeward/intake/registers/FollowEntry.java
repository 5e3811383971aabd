package org.homeward.intake.registers;

import java.time.Clock;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.snapshots.RegisterEntry;

/** Keeps the newest that alert told of an entry; safe to repeat. */
public final class FollowEntry<S extends RegisterEntry> {

  private static final String BY = "intake";

  private final GuardedDocuments<EntryCopy<S>> copies;
  private final Clock clock;

  FollowEntry(GuardedDocuments<EntryCopy<S>> copies, Clock clock) {
    this.copies = copies;
    this.clock = clock;
  }

  /**
   * @param version of the entry
   */
  public void follow(S told, long version) {
    WriteOutcome<EntryCopy<S>, Boolean> _ =
        copies.react(
            told.id(),
            new SourceVersion(told.kind().word() + "/" + told.id(), version),
            read ->
                Decision.write(
                    Edit.of(
                        read.map(known -> known.state().telling(told))
                            .orElseGet(() -> new EntryCopy<>(told, clock.instant(), false)),
                        BY),
                    true));
  }
}
