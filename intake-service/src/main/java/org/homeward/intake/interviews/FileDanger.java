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
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.reopening.OpenEpisode;
import org.homeward.schema.facts.CaseKind;
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
 * Makes one report of a danger that a child has named, held like every report: of the case, or,
 * where the case takes none, of one of its own about a child at risk. Safe to repeat.
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
   * Empty where it can't be now, because the store is full or writes what a release before reads;
   * or never, because a case is erased.
   *
   * @param id of the interview
   */
  Optional<Danger.Filed> file(String id, Interview interview, Danger danger, String by) {
    KeptCase of = cases.find(interview.caseId()).map(Guarded::state).orElse(null);
    if (!(of instanceof Case live)) {
      return Optional.empty();
    }
    Optional<Danger.Filed> before = joined(live, joining(id)); // upholds 2
    if (before.isPresent()) {
      return before;
    }
    try {
      boolean hasOwn = cases.createdBy(opening(id)).isPresent(); // upholds 2
      Optional<Danger.Filed> joins =
          hasOwn ? Optional.empty() : join(joining(id), interview, danger, by);
      return joins.isPresent() ? joins : ownCase(opening(id), interview, danger, by);
    } catch (StoreCapacity.Full | StoreFailure full) {
      return Optional.empty(); // somebody hears of it until it is there
    }
  }

  /** Whether the case that was opened for it is erased: nothing can say it any more. */
  boolean isOver(String id) {
    return cases
        .createdBy(opening(id))
        .flatMap(cases::find)
        .filter(read -> read.state() instanceof ErasedCase)
        .isPresent();
  }

  private static Command joining(String id) {
    return new Command("interview/" + id + "/joined", "");
  }

  private static Command opening(String id) {
    return new Command("interview/" + id + "/opened", "");
  }

  /** The report is known by its command, whoever may add another one now. */
  private static Optional<Danger.Filed> joined(Case live, Command command) {
    return live.reports().stream()
        .filter(report -> report.command().id().equals(command.id()))
        .findFirst()
        .map(report -> new Danger.Filed(live.id(), report.id()));
  }

  /** Empty where the case takes no report: nobody searches any more, or it is full. */
  private Optional<Danger.Filed> join(
      Command command, Interview interview, Danger danger, String by) {
    Says says = says(danger).with().children(Map.of(interview.child(), ChildFacts.EMPTY)).build();
    var report = new ChangeCase.FurtherReport(interview.exercise(), Channel.OTHER, List.of(), says);
    try {
      return switch (changeCase.join(interview.caseId(), report, command, by)) {
        case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(var now, var joined) ->
            filed(now.id(), joined);
        case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(var now, var joined) ->
            filed(now.id(), joined);
        case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() -> Optional.empty();
      };
    } catch (StoreFailure.TooLarge full) {
      return Optional.empty();
    }
  }

  private static Optional<Danger.Filed> filed(String caseId, ChangeCase.Joined joined) {
    return joined instanceof ChangeCase.Joined.Taken(var report)
        ? Optional.of(new Danger.Filed(caseId, report.id()))
        : Optional.empty();
  }

  /** The child is not missing: the new case is about what may happen to it. */
  private Optional<Danger.Filed> ownCase(
      Command command, Interview interview, Danger danger, String by) {
    Says says = says(danger).with().category(Code.of(Category.AT_RISK)).build();
    var wish =
        new OpenEpisode.Wish(
            interview.caseId(), interview.child(), CaseKind.AT_RISK, Channel.OTHER, says);
    return openEpisode.open(wish, command, by)
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
