package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.reader.Unreadable;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.SnapshotKind;

/** Applies an event to the copy of its case, then runs the reactions to it. */
public final class FollowCase {

  /** The first version of a case, unless its node was restored. */
  private static final long FIRST = 1;

  private final GuardedDocuments<CaseCopy> copies;
  private final List<AfterCopy> after;
  private final String by;
  private final Clock clock;

  /**
   * @param after what follows from a copy, in this order
   * @param by the service that keeps the copies
   */
  public FollowCase(
      GuardedDocuments<CaseCopy> copies, List<AfterCopy> after, String by, Clock clock) {
    this.copies = copies;
    this.after = List.copyOf(after);
    this.by = by;
    this.clock = clock;
  }

  /** Reads the records of the topic of cases. */
  public EventDispatch reader(EventCodec codec, MeterRegistry metrics) {
    return new EventDispatch(codec, metrics, Map.of(SnapshotKind.CASE, this::read));
  }

  private String read(Decoded.Event event) throws Unreadable {
    var news =
        new CaseNews(
            event.subject().id(),
            event.version(),
            event.snapshot(),
            event.envelope().truncated(),
            event.envelope().changes());
    Followed followed = follow(news);
    if (followed == Followed.EXERCISE_CHANGED) {
      throw new Unreadable("exercise-changed");
    }
    return followed.name();
  }

  public Followed follow(CaseNews news) {
    var source = new SourceVersion("case/" + news.caseId(), news.version());
    Function<Optional<Guarded<CaseCopy>>, Decision<CaseCopy, Boolean>> reaction =
        read -> decide(read, news, clock.instant());
    var outcome =
        news.version() == FIRST
            ? copies.reactFirst(news.caseId(), source, reaction)
            : copies.react(news.caseId(), source, reaction);
    return switch (outcome) {
      case WriteOutcome.Written(var now, Boolean first) -> {
        follow(news, now, first);
        yield Followed.APPLIED;
      }
      case WriteOutcome.Kept<CaseCopy, Boolean> _, WriteOutcome.NotMade<CaseCopy, Boolean> _ ->
          Followed.EXERCISE_CHANGED;
      case WriteOutcome.Late(var now) -> late(now, news);
    };
  }

  private void follow(CaseNews news, Guarded<CaseCopy> now, boolean first) {
    var kept = new KeptCopy(news.caseId(), news.version(), now.state(), first, news.changes());
    after.forEach(each -> each.follows(kept));
  }

  private Followed late(Guarded<CaseCopy> now, CaseNews news) {
    if (requireNonNull(now.from()).version() > news.version()) {
      return Followed.OLDER;
    }
    // We may have died between the copy and what follows from it.
    follow(news, complete(now, news), false); // upholds 2
    return Followed.APPLIED_BEFORE;
  }

  /** Completes a copy of an earlier release, which left out what it did not know, such as kinds. */
  private Guarded<CaseCopy> complete(Guarded<CaseCopy> now, CaseNews news) {
    if (NextCopy.of(Optional.of(now.state()), news).equals(now.state())) {
      return now;
    }
    return switch (copies.changeFrom(now, read -> toldAgain(read, news))) {
      case WriteOutcome.Written(var after, _) -> after;
      case WriteOutcome.Kept(var same, _) -> same;
      case WriteOutcome.Absent() -> now;
    };
  }

  private Decision<CaseCopy, Boolean> toldAgain(Guarded<CaseCopy> read, CaseNews news) {
    return requireNonNull(read.from()).version() == news.version()
        ? decide(Optional.of(read), news, clock.instant())
        : Decision.keep(false);
  }

  private Decision<CaseCopy, Boolean> decide(
      Optional<Guarded<CaseCopy>> read, CaseNews news, Instant now) {
    boolean other = read.isPresent() && read.get().state().exercise() != news.snapshot().exercise();
    if (other) return Decision.keep(false); // upholds 9
    CaseCopy next = NextCopy.of(read.map(Guarded::state), news);
    Map<String, Instant> dues = new TreeMap<>(read.map(Guarded::dues).orElse(Map.of()));
    if (next instanceof CaseCopy.Erased) {
      dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    }
    // Intake has bounded the case; a refusal for size here would be retried for ever.
    return Decision.write(Edit.of(next, by).withDues(dues).asEssential(), read.isEmpty());
  }
}
