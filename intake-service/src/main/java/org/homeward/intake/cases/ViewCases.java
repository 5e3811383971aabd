package org.homeward.intake.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;

/** Shows cases to the case team; each look is recorded before its answer leaves. */
public final class ViewCases {

  private final GuardedDocuments<Case> cases;
  private final Disclosures disclosures;
  private final String node;
  private final String country;

  public ViewCases(
      GuardedDocuments<Case> cases, Disclosures disclosures, String node, String country) {
    this.cases = cases;
    this.disclosures = disclosures;
    this.node = node;
    this.country = country;
  }

  /**
   * Who looks.
   *
   * @param circles CASE_TEAM, and CONFIDANT for those who are
   */
  public record Viewer(String person, String role, Set<Audience> circles, Purpose purpose) {}

  /** A case with the facts that the viewer may read. */
  public record View(Guarded<Case> found, Says facts, List<ReportView> reports) {}

  /** A report with what the viewer may read of it. */
  public record ReportView(KeptReport report, Says says) {}

  /** Empty for an unknown case, and for one that must not be shown to this person. */
  public Optional<View> one(String id, Viewer viewer) {
    return cases.find(id).flatMap(found -> shown(found, viewer));
  }

  /**
   * A page of cases by id; those that must not be shown to this person are left out.
   *
   * @param next the id after which the next page begins; empty when this is the last
   */
  public record Page(List<View> views, Optional<String> next) {}

  public Page page(Case.Standing standing, String after, int limit, Viewer viewer) {
    List<Guarded<Case>> found = cases.page("standing", standing.name(), after, limit);
    List<View> views = new ArrayList<>();
    for (boolean exercise : new boolean[] {false, true}) {
      views.addAll(
          shown(found.stream().filter(c -> c.state().exercise() == exercise).toList(), viewer));
    }
    views.sort(Comparator.comparing(view -> view.found().id()));
    return new Page(
        views, found.size() < limit ? Optional.empty() : Optional.of(found.getLast().id()));
  }

  private List<View> shown(List<Guarded<Case>> found, Viewer viewer) {
    if (found.isEmpty()) {
      return List.of();
    }
    var subjects = found.stream().map(c -> subject(c.state())).toList();
    var disclosed = disclosed(subjects, found.getFirst().state().exercise(), viewer);
    List<View> views = new ArrayList<>();
    for (Guarded<Case> each : found) {
      DisclosedSubject told = disclosed.get(each.id());
      if (told != null) {
        views.add(new View(each, told.facts(), List.of()));
      }
    }
    return views;
  }

  private Optional<View> shown(Guarded<Case> found, Viewer viewer) {
    Case state = found.state();
    List<Subject> subjects = new ArrayList<>(List.of(subject(state)));
    state.reports().forEach(r -> subjects.add(subject(state, r)));
    var disclosed = disclosed(subjects, state.exercise(), viewer);
    DisclosedSubject whole = disclosed.get(found.id());
    if (whole == null) {
      return Optional.empty();
    }
    List<ReportView> reports = new ArrayList<>();
    for (KeptReport report : state.reports()) {
      DisclosedSubject said = disclosed.get(report.id());
      reports.add(new ReportView(report, said == null ? Says.EMPTY : said.facts()));
    }
    return Optional.of(new View(found, whole.facts(), reports));
  }

  private Map<String, DisclosedSubject> disclosed(
      List<Subject> subjects, boolean exercise, Viewer viewer) {
    var team = new Recipient(viewer.role(), country, node, null, viewer.person(), exercise);
    return switch (disclosures.of(
        subjects, viewer.circles(), team, viewer.purpose(), Basis.PUBLIC_TASK)) {
      case Disclosure.Disclosed(var told, var _) ->
          told.stream().collect(Collectors.toMap(DisclosedSubject::id, Function.identity()));
      case Disclosure.Withheld(var reason) -> withheld(reason);
    };
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

  private static Subject subject(Case state) {
    return new Subject(
        state.id(), "case", state.home(), state.exercise(), state.notTo(), state.facts());
  }

  private static Subject subject(Case state, KeptReport report) {
    return new Subject(
        report.id(),
        "report",
        state.home(),
        state.exercise(),
        state.notTo(),
        report.report().says());
  }
}
