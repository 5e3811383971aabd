package org.homeward.intake.desks;

import java.time.Clock;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.facts.DeskSnapshot;

/** Keeps the newest that alert told of a desk; safe to repeat. */
public final class FollowDesk {

  private static final String BY = "intake";

  private final GuardedDocuments<DeskCopy> desks;
  private final Clock clock;

  FollowDesk(GuardedDocuments<DeskCopy> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * @param version of the desk
   */
  public void follow(DeskSnapshot told, long version) {
    WriteOutcome<DeskCopy, Boolean> _ =
        desks.react(
            told.id(),
            new SourceVersion("desk/" + told.id(), version),
            read ->
                Decision.write(
                    Edit.of(
                        read.map(known -> known.state().telling(told))
                            .orElseGet(() -> new DeskCopy(told, clock.instant(), false)),
                        BY),
                    true));
  }
}
