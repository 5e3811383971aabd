package org.homeward.intake.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.Says;

/** Shows cases to the case team; each look is recorded before its answer leaves. */
final class ViewCases {

  private final GuardedDocuments<KeptCase> cases;
  private final Disclosures disclosures;
  private final String node;
  private final String country;

  ViewCases(
      GuardedDocuments<KeptCase> cases, Disclosures disclosures, String node, String country) {
    this.cases = cases;
    this.disclosures = disclosures;
    this.node = node;
    this.country = country;
  }

  /**
   * The viewer.
   *
   * @param circles CASE_TEAM, and CONFIDANT for those who are
   */
  public record Viewer(String person, String role, Set<Audience> circles, Purpose purpose) {}

  /** A case with the facts that the viewer may read. */
  public record View(
      Case state,
      long version,
      Says facts,
      List<ReportView> reports,
      List<SightingView> sightings) {}

  /** A report with what the viewer may read of it. */
  public record ReportView(KeptReport report, Says says) {}

  /**
   * A partner's sighting, with the facts that the viewer may read.
   *
   * @param handover the subject that brought it
   */
  public record SightingView(HandedSighting sighting, String handover, Says says) {}

  /** The answer to a viewer who asks for a case. */
  public sealed interface Look {

    record Shown(View view) implements Look {}

    /** There was a case, and only its tombstone is left. */
    record Erased() implements Look {}

    /** There is no such case, or this person must not see it. */
    record Nothing() implements Look {}
  }

  public Look one(String id, Viewer viewer) {
    Guarded<KeptCase> found = cases.find(id).orElse(null);
    if (found == null) {
      return new Look.Nothing();
    }
    return switch (found.state()) {
      case Case live -> shown(live, found.version(), viewer);
      case ErasedCase stone when stone.isKeptFrom(viewer.person()) -> new Look.Nothing();
      case ErasedCase _ -> new Look.Erased();
    };
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
    ListPage<KeptCase> page = cases.list(walk, limit, kept -> mayKnowOf(kept, viewer));
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

  private boolean mayKnowOf(KeptCase kept, Viewer viewer) {
    return kept instanceof Case live // upholds 6
        && disclosures.mayKnowOf(
            subject(live, "case", live.id(), Says.EMPTY),
            team(viewer, live.exercise()),
            viewer.purpose(),
            Basis.PUBLIC_TASK);
  }

  private List<View> lines(List<Guarded<KeptCase>> found, boolean exercise, Viewer viewer) {
    List<Subject> subjects = new ArrayList<>();
    for (Guarded<KeptCase> each : found) {
      if (each.state() instanceof Case live && live.exercise() == exercise) {
        subjects.add(subject(live));
      }
    }
    if (subjects.isEmpty()) {
      return List.of();
    }
    var disclosed = disclosed(subjects, exercise, viewer);
    List<View> views = new ArrayList<>();
    for (Guarded<KeptCase> each : found) {
      DisclosedSubject told = disclosed.get(each.id());
      if (told != null && each.state() instanceof Case live) {
        views.add(new View(live, each.version(), told.facts(), List.of(), List.of()));
      }
    }
    return views;
  }

  private Look shown(Case live, long version, Viewer viewer) {
    List<Subject> subjects = new ArrayList<>(List.of(subject(live)));
    live.reports().forEach(r -> subjects.add(subject(live, "report", r.id(), r.report().says())));
    List<SightingView> seen = sightings(live);
    seen.forEach(s -> subjects.add(subject(live, "sighting", s.sighting().id(), s.says())));
    var disclosed = disclosed(subjects, live.exercise(), viewer);
    DisclosedSubject whole = disclosed.get(live.id());
    if (whole == null) {
      return new Look.Nothing();
    }
    return new Look.Shown(
        new View(
            live,
            version,
            whole.facts(),
            live.reports().stream()
                .map(report -> new ReportView(report, facts(disclosed, report.id())))
                .toList(),
            seen.stream()
                .map(
                    s ->
                        new SightingView(
                            s.sighting(), s.handover(), facts(disclosed, s.sighting().id())))
                .toList()));
  }

  private static Says facts(Map<String, DisclosedSubject> disclosed, String id) {
    DisclosedSubject told = disclosed.get(id);
    return told == null ? Says.EMPTY : told.facts();
  }

  private static List<SightingView> sightings(Case live) {
    return live.heard().entrySet().stream()
        .flatMap(
            heard ->
                heard.getValue().sightings().stream()
                    .map(seen -> new SightingView(seen, heard.getKey(), seen.says())))
        .sorted(Comparator.comparing(view -> view.sighting().at()))
        .toList();
  }

  private Map<String, DisclosedSubject> disclosed(
      List<Subject> subjects, boolean exercise, Viewer viewer) {
    return switch (disclosures.of(
        subjects, viewer.circles(), team(viewer, exercise), viewer.purpose(), Basis.PUBLIC_TASK)) {
      case Disclosure.Disclosed(var told, var _) ->
          told.stream().collect(Collectors.toMap(DisclosedSubject::id, Function.identity()));
      case Disclosure.Withheld(var reason) -> withheld(reason);
    };
  }

  private Recipient team(Viewer viewer, boolean exercise) {
    return new Recipient(viewer.role(), country, node, null, viewer.person(), exercise);
  }

  private static Map<String, DisclosedSubject> withheld(Disclosure.Reason reason) {
    if (reason == Disclosure.Reason.AUDIT_UNAVAILABLE) {
      throw new TrailUnavailable();
    }
    return Map.of();
  }

  /** The look could not be recorded, so there is none. */
  public static final class TrailUnavailable extends RuntimeException {
    TrailUnavailable() {
      super("the audit trail does not take entries");
    }
  }

  private Subject subject(Case live) {
    return subject(live, "case", live.id(), live.facts());
  }

  /** The publishing node, whoever owns the case. */
  private Subject subject(Case live, String kind, String id, Says facts) {
    return new Subject(id, kind, node, live.exercise(), live.notTo(), facts);
  }
}
