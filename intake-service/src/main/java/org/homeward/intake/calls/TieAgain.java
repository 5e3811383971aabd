package org.homeward.intake.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.schema.disclosure.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * After a restore, ties a call to its case again if the restored copy lost the tie, so that whoever
 * must not learn of the case does not learn of the call; a call of an erased case is erased. Where
 * the copy is without the case too, the call stays as it is: it may be all that is left.
 */
public final class TieAgain {

  /** The kind of a line about a call. */
  public static final String KIND = "call";

  static final String TIED = "call.tied.v1";

  private static final String TIED_LINE = "tied";
  private static final String TIED_BEFORE = "tied-before";
  private static final String CASE = "case";

  private final ChangeCall changeCall;
  private final GuardedDocuments<KeptCase> cases;

  /** Cases by call, from the lines read so far: a replay reads all of them, from the first. */
  private final Map<String, Set<String>> casesOf = new HashMap<>();

  private final Set<String> erased = new HashSet<>();

  TieAgain(ChangeCall changeCall, GuardedDocuments<KeptCase> cases) {
    this.changeCall = changeCall;
    this.cases = cases;
  }

  /** The lines of a tied call for the ends log: what it is tied to, and was by mistake. */
  static List<EndsLine> line(Guarded<KeptCall> document, PendingChange change) {
    if (!(document.state() instanceof Call call) || !change.type().equals(TIED)) {
      return List.of();
    }
    String now = call.caseId().orElse("");
    return call.cases()
        .map(
            caseId ->
                new EndsLine(
                    change.at(),
                    KIND + "/" + document.id(),
                    change.n(),
                    caseId.equals(now) ? TIED_LINE : TIED_BEFORE,
                    Map.of(CASE, caseId)))
        .toList();
  }

  /** Applies a line about a call; safe to repeat. */
  public synchronized Replayed replay(EndsLine line) {
    String caseId = line.codes().getOrDefault(CASE, "");
    boolean isTied = line.what().equals(TIED_LINE);
    if (!isTied && !line.what().equals(TIED_BEFORE) || caseId.isEmpty()) {
      return Replayed.MISSING;
    }
    Set<String> of = casesOf.computeIfAbsent(line.id(), _ -> new LinkedHashSet<>());
    of.add(caseId);
    KeptCase found = cases.find(caseId).map(Guarded::state).orElse(null);
    if (found instanceof ErasedCase || of.stream().anyMatch(erased::contains)) {
      return applied(line.id(), new CallCommand.Erase()); // upholds 7
    }
    return found == null
        ? Replayed.KNOWN
        : applied(line.id(), again(isTied ? caseId : null, found.exercise(), of));
  }

  /** A tie that was corrected before the restore is corrected again. */
  private CallCommand again(@Nullable String caseId, boolean exercise, Set<String> of) {
    Set<String> notTo = new TreeSet<>();
    Set<String> formerly = new TreeSet<>();
    for (String each : of) {
      // One that the copy has not would hide the call from everybody.
      cases
          .find(each)
          .ifPresent(
              found -> {
                notTo.addAll(people(found.state().notTo()));
                formerly.add(Call.toCase(each));
              });
    }
    String to = caseId == null ? null : Call.toCase(caseId);
    return new CallCommand.TieAgain(to, exercise, notTo, formerly);
  }

  /** Those of a case's entries that name people. */
  static Set<String> people(Set<String> notTo) {
    return notTo.stream().filter(Exclusion::isPerson).collect(Collectors.toSet());
  }

  /** The words of an erased case do not come back with a call. */
  public synchronized void caseErased(String caseId) {
    erased.add(caseId);
    casesOf.forEach(
        (call, of) -> {
          if (of.contains(caseId)) applied(call, new CallCommand.Erase());
        });
  }

  private Replayed applied(String call, CallCommand wish) {
    return changeCall.change(call, wish, Replay.BY)
            instanceof WriteOutcome.Written<KeptCall, CallDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
