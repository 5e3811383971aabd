package org.homeward.intake.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.calls.NamesOfCall;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.oversight.CountLooks;
import org.homeward.intake.worksheets.AskOwner;

/**
 * Writes each search down before it is answered, without its words. Afterwards it is counted, and
 * the people of cases that fit and were not shown are asked to compare: nobody waits for that.
 */
final class RecordLookup {

  private static final String AFTERWARDS_DUE = "ask";
  private static final Duration KEPT = Duration.ofDays(30);

  private final GuardedDocuments<Lookup> lookups;
  private final AskOwner askOwner;
  private final CountLooks countLooks;
  private final NamesOfCall namesOfCall;
  private final UnaryOperator<String> hidden;
  private final Clock clock;

  /**
   * @param hidden hashes a request with the node's key, so that the store alone does not allow
   *     guessing the name in its body
   */
  RecordLookup(
      GuardedDocuments<Lookup> lookups,
      AskOwner askOwner,
      CountLooks countLooks,
      NamesOfCall namesOfCall,
      UnaryOperator<String> hidden,
      Clock clock) {
    this.lookups = lookups;
    this.askOwner = askOwner;
    this.countLooks = countLooks;
    this.namesOfCall = namesOfCall;
    this.hidden = hidden;
    this.clock = clock;
  }

  /**
   * @param owed the cases that fit and are not shown
   * @param occasion for which call it is
   */
  WriteOutcome.OfCreating<Lookup, Boolean> record(
      Set<String> owed, Occasion occasion, Viewer viewer, Command command) {
    Instant now = clock.instant();
    var lookup = new Lookup(viewer.person(), occasion.call().orElse(null), now, owed);
    Map<String, Instant> dues = new TreeMap<>();
    dues.put(KeptHistory.GONE_DUE, now.plus(KEPT)); // upholds 8
    dues.put(AFTERWARDS_DUE, now);
    String hash = command.hash();
    hash = hidden.apply(hash); // upholds 8
    return lookups.create(
        UUID.randomUUID().toString(),
        Edit.of(lookup, viewer.person()).withDues(dues),
        new Command(command.id(), hash),
        true);
  }

  /** Counts it, and asks the people of the cases that were not shown; safe to repeat. */
  void afterwards(String id) {
    lookups
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(AFTERWARDS_DUE))
        .ifPresent(this::afterwards);
  }

  private void afterwards(Guarded<Lookup> read) {
    Lookup lookup = read.state();
    Set<String> occasion = lookup.call() == null ? Set.of() : namesOfCall.all(lookup.call());
    countLooks.searched(lookup.by(), read.id(), occasion, lookup.at());
    lookup.owed().forEach(caseId -> askOwner.ask(caseId, lookup.by())); // upholds 11
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(AFTERWARDS_DUE);
    lookups.note(read, lookup.owingNothing(), dues);
  }
}
