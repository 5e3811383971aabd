package org.homeward.intake.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.intake.rulings.Decided;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.HandedSighting;

/** Shows cases to the case team; each look is recorded before its answer leaves. */
public final class ViewCases {

  private static final int PAGE = 200;
  private static final List<Case.Standing> LIVE = List.of(Case.Standing.OPEN, Case.Standing.FROZEN);

  private final GuardedDocuments<KeptCase> cases;
  private final TeamReading reading;

  ViewCases(GuardedDocuments<KeptCase> cases, TeamReading reading) {
    this.cases = cases;
    this.reading = reading;
  }

  /** A case with the facts that the viewer may read. */
  public record View(
      Case state,
      long version,
      Says facts,
      List<ReportView> reports,
      List<SightingView> sightings) {}

  /** A report with what the viewer may read of it, and of its changed facts as they were. */
  public record ReportView(KeptReport report, Says says, Says earlier) {}

  /**
   * A partner's sighting, with the facts that the viewer may read.
   *
   * @param handover the subject that brought it
   */
  public record SightingView(HandedSighting sighting, String handover, Says says) {}

  /** The whole case as the person has seen it; empty when only its tombstone is left. */
  Optional<View> one(LookAtCase.Seen seen) {
    return switch (seen.found().state()) {
      case ErasedCase _ -> Optional.empty();
      case Case live ->
          Optional.of(
              new View(
                  live,
                  seen.found().version(),
                  seen.facts(live.id()),
                  live.reports().stream()
                      .map(
                          report ->
                              new ReportView(report, seen.facts(report.id()), seen.earlier(report)))
                      .toList(),
                  sightings(live, seen)));
    };
  }

  private static List<SightingView> sightings(Case live, LookAtCase.Seen seen) {
    return live.heard().entrySet().stream()
        .flatMap(
            heard ->
                heard.getValue().sightings().stream()
                    .filter(s -> !s.withdrawn())
                    .map(s -> new SightingView(s, heard.getKey(), seen.facts(s.id()))))
        .sorted(Comparator.comparing(view -> view.sighting().at()))
        .toList();
  }

  /**
   * A page of cases; those that must not be shown to this person are left out, and others stand in
   * their place.
   *
   * @param next the way to the following page; empty when this is the last
   * @param newer on the last page, the way to what has changed since the first
   */
  public record Page(List<View> views, Optional<ListWalk> next, Optional<ListWalk> newer) {}

  public Page page(ListWalk walk, int limit, Viewer viewer) {
    return page(walk, limit, viewer, _ -> true);
  }

  /**
   * The same.
   *
   * @param which only these; nobody is recorded to have looked at others
   */
  public Page page(ListWalk walk, int limit, Viewer viewer, Predicate<Case> which) {
    ListPage<KeptCase> page =
        cases.list(
            walk,
            limit,
            kept -> mayKnowOf(kept, viewer) && kept instanceof Case live && which.test(live));
    Map<String, View> views = new HashMap<>();
    for (boolean exercise : new boolean[] {false, true}) {
      lines(page.documents(), exercise, viewer).forEach(view -> views.put(view.state().id(), view));
    }
    return new Page(
        page.documents().stream()
            .map(Guarded::id)
            .map(views::get)
            .filter(Objects::nonNull)
            .toList(),
        page.next(),
        page.newer());
  }

  /**
   * Lists these cases as far as the person may know of them, in this order. Finding nothing is
   * recorded too.
   *
   * @param question its id stands in the entry where nothing is found
   */
  public List<View> found(List<String> ids, String question, Viewer viewer) {
    List<Guarded<KeptCase>> known =
        cases.find(ids).stream()
            .filter(each -> each.state() instanceof Case && mayKnowOf(each.state(), viewer))
            .toList();
    if (known.isEmpty()) {
      reading.foundNothing(question, viewer); // upholds 10
    }
    Map<String, View> views = new HashMap<>();
    for (boolean exercise : new boolean[] {false, true}) {
      lines(known, exercise, viewer).forEach(view -> views.put(view.state().id(), view));
    }
    return ids.stream().map(views::get).filter(Objects::nonNull).toList();
  }

  private boolean mayKnowOf(KeptCase kept, Viewer viewer) {
    return reading.mayKnowOf(kept, viewer); // upholds 6
  }

  private List<View> lines(List<Guarded<KeptCase>> found, boolean exercise, Viewer viewer) {
    List<Subject> subjects = new ArrayList<>();
    for (Guarded<KeptCase> each : found) {
      if (each.state() instanceof Case live && live.exercise() == exercise) {
        subjects.add(reading.subject(live, "case", live.id(), live.facts()));
      }
    }
    if (subjects.isEmpty()) {
      return List.of();
    }
    Map<String, DisclosedSubject> disclosed =
        reading.of(subjects, exercise, viewer).orElse(Map.of());
    List<View> views = new ArrayList<>();
    for (Guarded<KeptCase> each : found) {
      DisclosedSubject told = disclosed.get(each.id());
      if (told != null && each.state() instanceof Case live) {
        views.add(new View(live, each.version(), told.facts(), List.of(), List.of()));
      }
    }
    return views;
  }

  /** A case that the person may know of. Call {@link #look} before showing it. */
  public static final class Tasked {

    private final Case live;

    private Tasked(Case live) {
      this.live = live;
    }

    public String id() {
      return live.id();
    }

    public boolean exercise() {
      return live.exercise();
    }

    public List<Task> tasks() {
      return live.allTasks();
    }

    public boolean isKeptFrom(String person) {
      return live.isKeptFrom(person);
    }

    /** Decisions that one person made alone. */
    public List<Decided> decided() {
      return live.rulings().decided();
    }
  }

  /** A page of them. */
  public record KnownPage(List<Tasked> cases, Optional<ListWalk> next) {}

  /**
   * A page of live cases that the person may know of.
   *
   * @param which only these
   */
  public KnownPage known(ListWalk walk, int limit, Viewer viewer, Predicate<Case> which) {
    ListPage<KeptCase> page =
        cases.list(
            walk,
            limit,
            kept -> mayKnowOf(kept, viewer) && kept instanceof Case live && which.test(live));
    Map<String, Tasked> known = new LinkedHashMap<>();
    page.documents().forEach(each -> add(known, each.state(), false));
    return new KnownPage(List.copyOf(known.values()), page.next());
  }

  /**
   * Cases that have tasks.
   *
   * @param more whether there are cases that were not read
   */
  public record WithTasks(Map<String, Tasked> cases, boolean more) {}

  /**
   * Live cases that have tasks, those of the highest risk first.
   *
   * @param most how many cases are read for it
   */
  public WithTasks withTasks(Viewer viewer, int most) {
    Map<String, Tasked> found = new HashMap<>();
    int read = 0;
    boolean more = false;
    for (Case.Standing standing : LIVE) {
      Optional<ListWalk> walk = Optional.of(ListWalk.of(ListOrder.RANK, standing.name()));
      while (walk.isPresent() && read < most) {
        ListPage<KeptCase> page = cases.list(walk.get(), PAGE, kept -> mayKnowOf(kept, viewer));
        page.documents().forEach(each -> add(found, each.state(), true));
        read += page.documents().size();
        walk = page.next();
      }
      more |= walk.isPresent();
    }
    return new WithTasks(found, more);
  }

  /** Those among these that the person may know of and that are not erased. */
  public Map<String, Tasked> among(Collection<String> ids, Viewer viewer) {
    Map<String, Tasked> found = new HashMap<>();
    for (Guarded<KeptCase> each : cases.find(ids)) {
      if (mayKnowOf(each.state(), viewer)) add(found, each.state(), false);
    }
    return found;
  }

  private static void add(Map<String, Tasked> to, KeptCase kept, boolean onlyWithTasks) {
    if (kept instanceof Case live && !(onlyWithTasks && live.allTasks().isEmpty())) {
      to.put(live.id(), new Tasked(live));
    }
  }

  /** Records that the person is shown these; without the entry there is no answer. */
  public void look(Collection<Tasked> shown, Viewer viewer) {
    for (boolean exercise : new boolean[] {false, true}) {
      List<Subject> subjects = new ArrayList<>();
      shown.stream()
          .filter(each -> each.exercise() == exercise)
          .forEach(each -> subjects.add(reading.named(each.live)));
      if (!subjects.isEmpty()) {
        reading.of(subjects, exercise, viewer); // upholds 10
      }
    }
  }
}
