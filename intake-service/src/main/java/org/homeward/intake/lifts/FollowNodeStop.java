package org.homeward.intake.lifts;

import java.util.Optional;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;

/** Remembers a stop of the whole node: first words for lifts from before it are void. */
public final class FollowNodeStop {

  private static final String ID = "node";
  private static final String BY = "intake";

  private final GuardedDocuments<NodeStop> stops;

  FollowNodeStop(GuardedDocuments<NodeStop> stops) {
    this.stops = stops;
  }

  /** Safe to repeat. */
  public void stopped(long version) {
    WriteOutcome<NodeStop, Boolean> _ =
        stops.react(
            ID,
            new SourceVersion("stop/" + ID, version),
            _ -> Decision.write(Edit.of(new NodeStop(version), BY).asEssential(), true));
  }

  /** The last one; empty while there was none. */
  Optional<Long> last() {
    return stops.find(ID).map(Guarded::state).map(NodeStop::version);
  }
}
