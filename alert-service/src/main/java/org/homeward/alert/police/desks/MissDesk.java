package org.homeward.alert.police.desks;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Answers the alarm of a desk whose key has expired or was revoked. */
final class MissDesk {

  private static final String BY = "alert";

  private final GuardedDocuments<Desk> desks;
  private final DeskFollower follower;
  private final Clock clock;

  MissDesk(GuardedDocuments<Desk> desks, DeskFollower follower, Clock clock) {
    this.desks = desks;
    this.follower = follower;
    this.clock = clock;
  }

  /** Does nothing when it is not time. */
  void missIfDue(String id) {
    List<String> due = desks.find(id).map(desk -> desk.dueAt(clock.instant())).orElse(List.of());
    if (due.isEmpty()) {
      return;
    }
    follower.deskIsGone(id); // upholds 11
    WriteOutcome<Desk, Boolean> _ =
        desks.change(
            id,
            read ->
                Decision.write(
                    Edit.of(read.state(), BY)
                        .withDues(DeskDues.after(due, read.dues(), clock.instant()))
                        .asEssential(),
                    true));
  }
}
