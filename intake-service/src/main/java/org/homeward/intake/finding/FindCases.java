package org.homeward.intake.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.values.Audience;

/**
 * Finds cases for a person by words. The search is written down before it is answered; cases that
 * fit and are not for her take nothing from the store meanwhile, and their people are asked later.
 */
final class FindCases {

  private static final int MOST = 20;

  private final CaseIndex index;
  private final SearchWords words;
  private final RecordLookup recordLookup;
  private final ViewCases viewCases;

  FindCases(CaseIndex index, SearchWords words, RecordLookup recordLookup, ViewCases viewCases) {
    this.index = index;
    this.words = words;
    this.recordLookup = recordLookup;
    this.viewCases = viewCases;
  }

  /** The answer to a person. */
  sealed interface Outcome {

    /**
     * The cases, the newest first.
     *
     * @param by by which sort of word each was found
     * @param more whether there are others
     */
    record Found(List<ViewCases.View> views, Map<String, Set<By>> by, boolean more)
        implements Outcome {}

    /** After a start nothing is known for a while. */
    record NotYet() implements Outcome {}

    record KeyReused() implements Outcome {}
  }

  Outcome find(String asked, Occasion occasion, Viewer viewer, Command command) {
    if (!index.isBuilt()) {
      return new Outcome.NotYet();
    }
    CaseIndex.Matches matches =
        index.find(
            words.keys(asked), viewer.person(), viewer.circles().contains(Audience.CONFIDANT));
    // A search by words finds real cases, for which a call of an exercise is no occasion.
    Occasion counted = occasion.exercise() ? Occasion.none() : occasion;
    return switch (recordLookup.record(matches.owed(), counted, viewer, command)) {
      case WriteOutcome.Written(var search, _) -> shown(matches.shown(), search.id(), viewer);
      case WriteOutcome.Repeated(var search, _) -> shown(matches.shown(), search.id(), viewer);
      case WriteOutcome.KeyReused() -> new Outcome.KeyReused();
    };
  }

  private Outcome shown(List<CaseIndex.Match> matches, String search, Viewer viewer) {
    List<CaseIndex.Match> first = matches.stream().limit(MOST).toList();
    List<String> ids = first.stream().map(CaseIndex.Match::caseId).toList();
    return new Outcome.Found(
        viewCases.found(ids, search, viewer),
        first.stream().collect(Collectors.toMap(CaseIndex.Match::caseId, CaseIndex.Match::by)),
        matches.size() > MOST);
  }
}
