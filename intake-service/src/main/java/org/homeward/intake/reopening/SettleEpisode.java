package org.homeward.intake.reopening;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.aftercare.EndTellings;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkEpisodes;

/**
 * Does what a process left that died after it had opened a new episode: nobody is told any more
 * where the child was, and both episodes are one child.
 */
final class SettleEpisode implements AlarmHandler {

  private final GuardedDocuments<KeptCase> cases;
  private final EndTellings endTellings;
  private final LinkEpisodes linkEpisodes;
  private final Clock clock;

  SettleEpisode(
      GuardedDocuments<KeptCase> cases,
      EndTellings endTellings,
      LinkEpisodes linkEpisodes,
      Clock clock) {
    this.cases = cases;
    this.endTellings = endTellings;
    this.linkEpisodes = linkEpisodes;
    this.clock = clock;
  }

  @Override
  public void due(String id) {
    cases
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(CaseEdit.AGAIN_DUE))
        .ifPresent(this::settle);
  }

  /** Safe to repeat; a write in between sets the due once more. */
  private void settle(Guarded<KeptCase> read) {
    if (read.state() instanceof Case live) {
      KeptReport first = live.reports().getFirst();
      EpisodeCommand.before(live).ifPresent(before -> settle(before, read.id(), live, first));
    }
    Map<String, Instant> left = new TreeMap<>(read.dues());
    left.remove(CaseEdit.AGAIN_DUE);
    cases.note(read, read.state(), left);
  }

  private void settle(EpisodeOf before, String id, Case live, KeptReport first) {
    endTellings.missingAgain(before.caseId(), before.child(), first.by()); // upholds 6
    first.newChildren().stream()
        .findFirst()
        .map(child -> new EpisodeOf(id, child))
        .ifPresent(
            again -> linkEpisodes.again(before, again, live.exercise(), first.by())); // upholds 1
  }
}
