package org.homeward.intake.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;

/**
 * Lets a person see a case, or finds nothing for her; the look is recorded before either. A case
 * that is kept from her and an id that nobody gave leave the same behind them: the same operations
 * of the store, the same entry, the same answer. A case that is kept from her does not leave the
 * store, so that its size does not show in the time of the answer.
 */
public final class LookAtCase {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final GuardedDocuments<KeptCase> cases;
  private final TeamReading reading;
  private final TeamReading readingEvenWithoutKey;

  /**
   * @param readingEvenWithoutKey its looks are recorded later when the audit trail has no key
   */
  LookAtCase(
      GuardedDocuments<KeptCase> cases, TeamReading reading, TeamReading readingEvenWithoutKey) {
    this.cases = cases;
    this.reading = reading;
    this.readingEvenWithoutKey = readingEvenWithoutKey;
  }

  /**
   * The proof that this person may see this case. A use case that shows or changes a case for a
   * person takes it; only a look makes one.
   */
  public static final class Seen {

    private final Guarded<KeptCase> found;
    private final Viewer viewer;
    private final Map<String, DisclosedSubject> told;

    private Seen(Guarded<KeptCase> found, Viewer viewer, Map<String, DisclosedSubject> told) {
      this.found = found;
      this.viewer = viewer;
      this.told = told;
    }

    /** The id of the case. */
    public String id() {
      return found.id();
    }

    /** Whether it is one of an exercise. */
    public boolean exercise() {
      return found.state().exercise();
    }

    /** Whether only its tombstone was left. */
    public boolean isErased() {
      return found.state() instanceof ErasedCase;
    }

    /** Whether nobody searches any more. */
    public boolean hasEnded() {
      return found.state() instanceof Case live && CaseDecisions.hasEnded(live);
    }

    /** What it is about; empty for an erased one. */
    public Optional<CaseKind> kind() {
      return found.state() instanceof Case live
          ? Optional.of(live.rulings().kind().kind())
          : Optional.empty();
    }

    /** Whether another node owns it. */
    public boolean isForeign() {
      return found.state() instanceof Case live && live.isForeign();
    }

    /** Whether it is about this child. */
    public boolean isAbout(String child) {
      return found.state() instanceof Case live && live.children().containsKey(child);
    }

    /** Its children by id, none of an erased one. */
    public Map<String, KeptChild> children() {
      return found.state() instanceof Case live ? live.children() : Map.of();
    }

    /** The word of police about orders, while it stands for all its children. */
    public Optional<OrdersCheck> ordersChecked() {
      return found.state() instanceof Case live ? OrdersWord.ofTeam(live) : Optional.empty();
    }

    /** When it was opened; the beginning of time for an erased one. */
    public Instant openedAt() {
      return found.state() instanceof Case live ? live.openedAt() : Instant.EPOCH;
    }

    /** Whether an alert or a handover of it is not over, as far as is known here. */
    public boolean isOut() {
      return found.state() instanceof Case live && live.isOut();
    }

    /** Whether a freeze or a brake holds it; nobody answers a brake after the end. */
    public boolean isStopped() {
      return found.state() instanceof Case live
          && (live.isFrozen()
              || live.heard().entrySet().stream()
                  .anyMatch(each -> isUnanswered(live, each.getKey(), each.getValue())));
    }

    /** How many freezes and brakes there were; never fewer. */
    public long stops() {
      return found.state() instanceof Case live
          ? live.rulings().freezeNumber()
              + live.heard().values().stream().mapToLong(Heard::brakes).sum()
          : 0;
    }

    private static boolean isUnanswered(Case live, String subject, Heard told) {
      return told.mark(Heard.Mark.LONE_BRAKE) > live.rulings().answered(subject);
    }

    /** Whether the search for this child goes on, and police may read of it. */
    public boolean isSearchedByPolice(String child) {
      return found.state() instanceof Case live && live.isSearchedByPolice(child);
    }

    /**
     * The handover by which a partner let this node have its case; empty for a case of this node.
     */
    public Optional<String> handover() {
      return found.state() instanceof Case live
          ? Optional.ofNullable(live.broughtBy()).map(by -> by.substring(by.indexOf('/') + 1))
          : Optional.empty();
    }

    /** Whether it is kept from somebody else. */
    public boolean isKeptFrom(String other) {
      return found.state().isKeptFrom(other);
    }

    /** From whom it is kept. */
    public Set<String> notTo() {
      return found.state().notTo();
    }

    /** Its reports, for a decision that rests on one of them; not all of it may be shown. */
    public List<KeptReport> reports() {
      return found.state() instanceof Case live ? live.reports() : List.of();
    }

    /** The tasks that its own clocks and news have set. */
    public List<Task> tasks() {
      return found.state() instanceof Case live ? live.allTasks() : List.of();
    }

    /** The opaque id of the person. */
    public String person() {
      return viewer.person();
    }

    /** The audiences that the person belongs to. */
    public Set<Audience> circles() {
      return viewer.circles();
    }

    /** The case as it was when the person looked, or its tombstone. */
    Guarded<KeptCase> found() {
      return found;
    }

    /** What the person may read of the case, a report or a sighting. */
    Says facts(String id) {
      DisclosedSubject subject = told.get(id);
      return subject == null ? Says.EMPTY : subject.facts();
    }

    /** What the person may read of facts of a report as they were before their last change. */
    Says earlier(KeptReport report) {
      if (!told.containsKey(report.id())) return Says.EMPTY; // upholds 6
      return ReadablePart.of(report.earlier(), viewer.circles()).says();
    }

    @Override
    public String toString() {
      return "Seen[" + id() + "]";
    }
  }

  /** Whether a case can have this id. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** For a change that shows nothing of what is said in the case. */
  public Optional<Seen> at(String id, Viewer viewer) {
    return look(reading, id, viewer, kept -> List.of(reading.named(kept)));
  }

  /** For a change that stops or ends something, which no missing key may hold up. */
  public Optional<Seen> toEnd(String id, Viewer viewer) {
    return look(readingEvenWithoutKey, id, viewer, kept -> List.of(reading.named(kept)));
  }

  /** For reading all that is said in the case. */
  public Optional<Seen> whole(String id, Viewer viewer) {
    return look(reading, id, viewer, this::everything);
  }

  /** When the child was last seen, as far as this person may know it. */
  public Optional<LastSeen> lastSeen(String id, Viewer viewer) {
    return look(reading, id, viewer, this::facts)
        .flatMap(seen -> Optional.ofNullable(seen.facts(id).lastSeen()));
  }

  /** Whether this person may learn that there is such a case; nothing is shown, so no look. */
  public boolean mayKnowOf(String id, Viewer viewer) {
    return cases
        .findUnless(id, KeptCase.NOT_TO_LIST, KeptCase.named(viewer.person()))
        .filter(found -> reading.mayKnowOf(found.state(), viewer)) // upholds 6
        .isPresent();
  }

  /**
   * Filters ids to live cases that this person may know of. It reads only the deciding fields and
   * records no look, because nothing is shown.
   */
  public Set<String> known(Set<String> ids, Viewer viewer) {
    Set<String> known = new HashSet<>();
    cases
        .excerpts()
        .of(ids, KeptCase.KEPT, KeptCase.NOT_TO_LIST)
        .forEach(
            (id, found) -> {
              boolean isThere = found.text(KeptCase.KEPT).filter(KeptCase.CASE::equals).isPresent();
              Set<String> notTo = KeptCase.bindingHere(found.texts(KeptCase.NOT_TO_LIST));
              boolean mayKnow = reading.mayKnowOf(id, notTo, viewer); // upholds 6
              if (isThere && mayKnow) known.add(id);
            });
    return known;
  }

  private Optional<Seen> look(
      TeamReading through, String id, Viewer viewer, Function<KeptCase, List<Subject>> subjects) {
    if (!isId(id)) {
      return Optional.empty();
    }
    Optional<Guarded<KeptCase>> found =
        cases.findUnless(id, KeptCase.NOT_TO_LIST, KeptCase.named(viewer.person()));
    if (found.isEmpty()) {
      through.foundNothing(id, viewer); // upholds 10
      return Optional.empty();
    }
    Guarded<KeptCase> seen = found.get();
    return through
        .of(subjects.apply(seen.state()), seen.state().exercise(), viewer)
        .map(told -> new Seen(seen, viewer, told));
  }

  private List<Subject> facts(KeptCase kept) {
    return switch (kept) {
      case ErasedCase stone -> List.of(reading.named(stone));
      case Case live -> List.of(reading.subject(live, "case", live.id(), live.facts()));
    };
  }

  private List<Subject> everything(KeptCase kept) {
    return switch (kept) {
      case ErasedCase stone -> List.of(reading.named(stone));
      case Case live -> {
        List<Subject> all = new ArrayList<>();
        all.add(reading.subject(live, "case", live.id(), live.facts()));
        live.reports()
            .forEach(r -> all.add(reading.subject(live, "report", r.id(), r.report().says())));
        live.heard()
            .values()
            .forEach(
                heard ->
                    heard
                        .sightings()
                        .forEach(
                            s -> all.add(reading.subject(live, "sighting", s.id(), s.told()))));
        yield all;
      }
    };
  }
}
