package org.homeward.intake.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.intake.oversight.Tally.Counted;
import org.homeward.intake.oversight.Tally.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts for how many calls a person searches and how many cases she opens within one shift. More
 * than the limit is a task of the data-protection officer; nobody is kept from her work by it.
 */
public final class CountLooks implements AlarmHandler {

  private static final Logger LOG = LoggerFactory.getLogger(CountLooks.class);

  private static final String BY = "intake";

  /** Forgets then whatever counts no longer, also where the officer has not looked. */
  private static final String FORGET_IDS_DUE = "forget-ids";

  /** In shifts: nobody who rests between two is counted in one document for longer. */
  private static final int DAY = 2;

  private final GuardedDocuments<Tally> tallies;
  private final OversightSettings settings;
  private final Runnable passed;
  private final Clock clock;

  /**
   * @param passed called when somebody has passed a limit
   */
  CountLooks(
      GuardedDocuments<Tally> tallies, OversightSettings settings, Runnable passed, Clock clock) {
    this.tallies = tallies;
    this.settings = settings;
    this.passed = passed;
    this.clock = clock;
  }

  /**
   * A person has searched; safe to repeat.
   *
   * @param person opaque id
   * @param search its id
   * @param occasion all names of the call for which it was; empty where it was for none
   */
  public void searched(String person, String search, Set<String> occasion, Instant at) {
    Set<String> as = new TreeSet<>(occasion);
    as.add(Tally.search(search));
    count(person, new Counted(Kind.SEARCHES, at, as), settings.searchesAShift());
  }

  /** What was before this is of another shift. */
  public Instant beginOfShift() {
    return clock.instant().minus(settings.shift());
  }

  /**
   * A person has opened a case; safe to repeat. She is shown it also where it cannot be counted.
   */
  public void opened(String person, String caseId) {
    var opening = new Counted(Kind.OPENINGS, clock.instant(), Set.of(caseId));
    try {
      count(person, opening, settings.openingsAShift());
    } catch (StoreFailure failure) {
      LOG.warn("an opening is not counted: {}", failure.getClass().getSimpleName());
    }
  }

  private void count(String person, Counted more, int limit) {
    Instant since = beginOfShift();
    if (more.at().isBefore(since)) {
      return;
    }
    if (passes(person, more, since, limit)) {
      passed.run();
    }
  }

  /** The counting itself keeps no history: each search would be written with all before it. */
  private boolean passes(String person, Counted more, Instant since, int limit) {
    while (true) {
      Optional<Guarded<Tally>> read = tallies.find(person);
      Tally before = read.map(Guarded::state).orElse(Tally.EMPTY);
      Tally now = before.with(more, since, limit);
      if (now.equals(before) || isCounted(person, read, now)) {
        return now.passed().size() > before.passed().size();
      }
    }
  }

  /** False when somebody else has counted meanwhile. */
  private boolean isCounted(String person, Optional<Guarded<Tally>> read, Tally now) {
    if (read.isPresent()) {
      return tallies.note(read.get(), now, dues(now, read.get().dues()));
    }
    Edit<Tally> first = edit(now, Map.of(), BY);
    return tallies.put(
                person,
                there -> there.isPresent() ? Decision.keep(false) : Decision.write(first, true))
            instanceof WriteOutcome.Written<Tally, Boolean>(var _, Boolean isWritten)
        && isWritten;
  }

  /** A count that nobody has looked at stays; the rest is deleted when it counts no longer. */
  private Map<String, Instant> dues(Tally now, Map<String, Instant> before) {
    Map<String, Instant> dues = new TreeMap<>(before);
    dues.remove(KeptHistory.GONE_DUE);
    if (now.passed().isEmpty()) {
      dues.put(KeptHistory.GONE_DUE, clock.instant().plus(settings.shift()));
    }
    if (!now.counted().isEmpty()) {
      dues.putIfAbsent(FORGET_IDS_DUE, clock.instant().plus(settings.shift().multipliedBy(DAY)));
    }
    return dues;
  }

  private Edit<Tally> edit(Tally now, Map<String, Instant> before, String by) {
    return Edit.of(now, by).withDues(dues(now, before));
  }

  /** Forgets the ids that count no longer, with those of the history; safe to repeat. */
  @Override
  public void due(String person) {
    WriteOutcome<Tally, Boolean> _ = tallies.change(person, this::forgotten);
  }

  private Decision<Tally, Boolean> forgotten(Guarded<Tally> read) {
    Instant now = clock.instant();
    if (!read.dueAt(now).contains(FORGET_IDS_DUE)) {
      return Decision.keep(false);
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(FORGET_IDS_DUE);
    dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    return Decision.write(edit(read.state().since(beginOfShift()), dues, BY), true);
  }

  /**
   * The officer has looked: what is counted is counted anew.
   *
   * @param seen the count that she has seen; where there is more by now, she has to look again
   */
  Decision<Tally, Boolean> checked(Guarded<Tally> read, Kind kind, int seen, String by) {
    Tally.Passed passed = read.state().passed().get(kind);
    return passed != null && passed.count() == seen
        ? Decision.write(edit(read.state().checked(kind), read.dues(), by), true)
        : Decision.keep(false);
  }
}
