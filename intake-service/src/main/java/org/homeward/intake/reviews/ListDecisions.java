package org.homeward.intake.reviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.rulings.Decided;

/** Lists decisions that took only one person, over all cases, the newest first. */
final class ListDecisions {

  private static final int BATCH = 200;

  private final ViewCases viewCases;

  ListDecisions(ViewCases viewCases) {
    this.viewCases = viewCases;
  }

  /** One decision, with its case. */
  record Line(ViewCases.Tasked of, Decided decision) {

    Place place() {
      return new Place(decision.at(), of.id(), decision.number());
    }
  }

  /** Where a decision stands in the list. */
  record Place(Instant at, String caseId, int number) implements Comparable<Place> {

    private static final Pattern FORM =
        Pattern.compile("(\\d{1,15})\\.([0-9a-f-]{36})\\.(\\d{1,9})");

    /** Empty when it is no place's text. */
    static Optional<Place> of(String text) {
      Matcher form = FORM.matcher(text);
      return form.matches()
          ? Optional.of(
              new Place(
                  Instant.ofEpochMilli(Long.parseLong(form.group(1))),
                  form.group(2),
                  Integer.parseInt(form.group(3))))
          : Optional.empty();
    }

    String text() {
      return at.toEpochMilli() + "." + caseId + "." + number;
    }

    /** The newest first. */
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::at)
          .thenComparing(Place::caseId)
          .thenComparing(Place::number)
          .compare(other, this);
    }
  }

  /**
   * A page; a hotline decides some dozens of times a night. A decision changes its case, so it is
   * found by the cases that have changed since.
   *
   * @param seen only those that somebody has looked at, or only the others; empty for all
   * @param after the last of the page before; empty for the first page
   */
  List<Line> page(
      Instant since, Optional<Boolean> seen, Optional<Place> after, int limit, Viewer viewer) {
    Predicate<Decided> wanted =
        decision ->
            decision.at().isAfter(since)
                && seen.map(which -> which == (decision.seen() != null)).orElse(true);
    List<Line> lines = new ArrayList<>();
    for (Case.Standing standing : Case.Standing.values()) {
      // A case is never dated before its last decision.
      var walk = new ListWalk(ListOrder.CHANGED, standing.name(), null, since, null);
      collect(walk, wanted, viewer, lines);
    }
    List<Line> shown =
        lines.stream()
            .filter(line -> after.map(last -> line.place().compareTo(last) > 0).orElse(true))
            .sorted(Comparator.comparing(Line::place))
            .limit(limit)
            .toList();
    viewCases.look(cases(shown), viewer); // upholds 10
    return shown;
  }

  private static Collection<ViewCases.Tasked> cases(List<Line> shown) {
    Map<String, ViewCases.Tasked> cases = new LinkedHashMap<>();
    shown.forEach(line -> cases.putIfAbsent(line.of().id(), line.of()));
    return cases.values();
  }

  private void collect(ListWalk from, Predicate<Decided> wanted, Viewer viewer, List<Line> lines) {
    Optional<ListWalk> walk = Optional.of(from);
    while (walk.isPresent()) {
      ViewCases.KnownPage page =
          viewCases.known(
              walk.get(),
              BATCH,
              viewer,
              live -> live.rulings().decided().stream().anyMatch(wanted));
      for (ViewCases.Tasked each : page.cases()) {
        each.decided().stream()
            .filter(wanted)
            .forEach(decision -> lines.add(new Line(each, decision)));
      }
      walk = page.next();
    }
  }
}
