package org.homeward.intake.interviews;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.reopening.OpenEpisode;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;

/**
 * Makes a report of a danger that a child has named, held like every report: of the case, or, where
 * nobody searches any more, of one of its own. Safe to repeat.
 */
final class FileDanger {

  /** Of a text whose language nobody said. */
  private static final String NO_LANGUAGE = "und";

  private final GuardedDocuments<KeptCase> cases;
  private final ChangeCase changeCase;
  private final OpenEpisode openEpisode;

  FileDanger(GuardedDocuments<KeptCase> cases, ChangeCase changeCase, OpenEpisode openEpisode) {
    this.cases = cases;
    this.changeCase = changeCase;
    this.openEpisode = openEpisode;
  }

  /**
   * Empty where it can't be now, because a case or the store is full; or never, because the case is
   * erased.
   *
   * @param id of the interview
   */
  Optional<Danger.Filed> file(String id, Interview interview, Danger danger, String by) {
    KeptCase of = cases.find(interview.caseId()).map(Guarded::state).orElse(null);
    if (!(of instanceof Case live)) {
      return Optional.empty();
    }
    try {
      return live.standing() == Case.Standing.ENDED
          ? ownCase(id, interview, danger, by)
          : join(id, interview, danger, by);
    } catch (StoreFailure.TooLarge | StoreCapacity.Full full) {
      return Optional.empty();
    }
  }

  private Optional<Danger.Filed> join(String id, Interview interview, Danger danger, String by) {
    Says says = says(danger).with().children(Map.of(interview.child(), ChildFacts.EMPTY)).build();
    var report = new ChangeCase.FurtherReport(interview.exercise(), Channel.OTHER, List.of(), says);
    var command = new Command("interview/" + id + "/joined", "");
    return switch (changeCase.join(interview.caseId(), report, command, by)) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(var now, var joined) ->
          filed(now.id(), joined);
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(var now, var joined) ->
          filed(now.id(), joined);
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() -> Optional.empty();
    };
  }

  private static Optional<Danger.Filed> filed(String caseId, ChangeCase.Joined joined) {
    return joined instanceof ChangeCase.Joined.Taken(var report)
        ? Optional.of(new Danger.Filed(caseId, report.id()))
        : Optional.empty();
  }

  /** The child is not missing: the new case is about what may happen to it. */
  private Optional<Danger.Filed> ownCase(String id, Interview interview, Danger danger, String by) {
    Says says = says(danger).with().category(Code.of(Category.AT_RISK)).build();
    var command = new Command("interview/" + id + "/opened", "");
    return openEpisode.open(interview.caseId(), interview.child(), Channel.OTHER, says, command, by)
            instanceof OpenEpisode.Outcome.Opened(var now, var report, var _)
        ? Optional.of(new Danger.Filed(now.id(), report))
        : Optional.empty();
  }

  /** Somebody reviews a held report of high risk within the hour. */
  private static Says says(Danger danger) {
    return Says.builder()
        .risk(new Risk(Code.of(RiskLevel.HIGH), List.of()))
        .circumstances(new Text(NO_LANGUAGE, danger.text()))
        .feared(danger.feared().stream().map(Code::of).toList())
        .reporter(new Reporter(Code.of(ReporterRelation.CHILD_SELF), null, null, null, null))
        .build();
  }
}
