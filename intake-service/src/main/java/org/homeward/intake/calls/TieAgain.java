package org.homeward.intake.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;

/**
 * Ties a call to its case again that an earlier copy of the data has without it, so that whoever
 * must not learn of the case does not learn of the call; a call of an erased case is erased. Where
 * the copy is without the case too, the call stays as it is: it may be all that is left.
 */
public final class TieAgain {

  /** The kind of a line about a call. */
  public static final String KIND = "call";

  static final String TIED = "call.tied.v1";

  private static final String TIED_LINE = "tied";
  private static final String CASE = "case";

  private final ChangeCall changeCall;
  private final GuardedDocuments<KeptCase> cases;

  /** What the lines so far have said: a replay reads all of them, from the first. */
  private final Map<String, String> caseOf = new HashMap<>();

  private final Set<String> erased = new HashSet<>();

  TieAgain(ChangeCall changeCall, GuardedDocuments<KeptCase> cases) {
    this.changeCall = changeCall;
    this.cases = cases;
  }

  /** The line of a tied call for the ends log. */
  static List<EndsLine> line(Guarded<KeptCall> document, PendingChange change) {
    return document.state() instanceof Call call
            && change.type().equals(TIED)
            && call.caseId().isPresent()
        ? List.of(
            new EndsLine(
                change.at(),
                KIND + "/" + document.id(),
                change.n(),
                TIED_LINE,
                Map.of(CASE, call.caseId().get())))
        : List.of();
  }

  /** Applies a line about a call; safe to repeat. */
  public synchronized Replayed replay(EndsLine line) {
    String caseId = line.codes().getOrDefault(CASE, "");
    if (!line.what().equals(TIED_LINE) || caseId.isEmpty()) {
      return Replayed.MISSING;
    }
    caseOf.put(line.id(), caseId);
    KeptCase found = cases.find(caseId).map(Guarded::state).orElse(null);
    if (found instanceof ErasedCase || erased.contains(caseId)) {
      return applied(line.id(), new CallCommand.Erase()); // upholds 7
    }
    return found == null
        ? Replayed.KNOWN
        : applied(line.id(), new CallCommand.TieAgain(Call.toCase(caseId), found.exercise()));
  }

  /** The words of an erased case do not come back with a call. */
  public synchronized void caseErased(String caseId) {
    erased.add(caseId);
    caseOf.forEach(
        (call, of) -> {
          if (of.equals(caseId)) applied(call, new CallCommand.Erase());
        });
  }

  private Replayed applied(String call, CallCommand wish) {
    return changeCall.change(call, wish, Replay.BY)
            instanceof WriteOutcome.Written<KeptCall, CallCommand.CallDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
