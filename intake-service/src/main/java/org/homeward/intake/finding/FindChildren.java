package org.homeward.intake.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.Episodes;
import org.homeward.intake.episodes.FindEpisodes;
import org.homeward.intake.episodes.ShownEpisode;
import org.homeward.intake.finding.ChildIndex.Hit;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Likeness;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.values.Audience;

/** Says of the children of a call whether they are known here, before a case is opened for them. */
final class FindChildren {

  private static final int MOST = 10;

  /** A hit weaker than one name that sounds the same sets no task. */
  private static final double WORTH_A_QUESTION = 5;

  private final CaseIndex cases;
  private final ChildIndex children;
  private final RecordLookup recordLookup;
  private final ViewCases viewCases;
  private final FindEpisodes findEpisodes;
  private final Clock clock;

  FindChildren(
      CaseIndex cases,
      ChildIndex children,
      RecordLookup recordLookup,
      ViewCases viewCases,
      FindEpisodes findEpisodes,
      Clock clock) {
    this.cases = cases;
    this.children = children;
    this.recordLookup = recordLookup;
    this.viewCases = viewCases;
    this.findEpisodes = findEpisodes;
    this.clock = clock;
  }

  /** The answer to a person. */
  sealed interface Outcome {

    /** Those who may be the child, the likest first. */
    record Found(List<Known> children) implements Outcome {}

    record NotYet() implements Outcome {}

    record KeyReused() implements Outcome {}
  }

  /**
   * A child of a case.
   *
   * @param view the case as the person may see it
   * @param said what the call says
   * @param asked what it says of the child
   * @param others her other episodes, as far as the person may see them, the newest first
   */
  record Known(
      ViewCases.View view,
      String child,
      Says said,
      ChildFacts asked,
      Likeness likeness,
      List<ShownEpisode> others) {

    Known {
      others = List.copyOf(others);
    }
  }

  /** A hit, with what was asked for. */
  private record Answer(Hit hit, ChildFacts asked) {

    double weight() {
      return hit.likeness().weight();
    }

    EpisodeOf episode() {
      return new EpisodeOf(hit.child().caseId(), hit.child().childId());
    }
  }

  /** The likest of the episodes of one child. */
  private record Likest(Answer answer, Episodes episodes) {}

  /**
   * @param occasion for which call it is: nobody searches for its own sake
   * @param says all that the call says, its children included
   */
  Outcome find(Occasion occasion, Says says, Viewer viewer, Command command) {
    if (!cases.isBuilt()) {
      return new Outcome.NotYet();
    }
    boolean isConfidant = viewer.circles().contains(Audience.CONFIDANT);
    Predicate<KnownChild> isShown = child -> child.isShownTo(viewer.person(), isConfidant);
    Map<String, Answer> shown = new HashMap<>();
    Set<String> owed = new HashSet<>();
    for (ChildFacts asked : says.children().values()) {
      for (Hit hit : children.find(described(says, asked), isShown)) {
        if (hit.child().isExercise() != occasion.exercise()) continue; // upholds 9
        if (isShown.test(hit.child())) {
          shown.merge(
              hit.child().childId(),
              new Answer(hit, asked),
              (one, other) -> one.weight() >= other.weight() ? one : other);
        } else if (isWorthAQuestion(hit.likeness())) {
          owed.add(hit.child().caseId());
        }
      }
    }
    List<Likest> likest = likest(shown.values(), viewer);
    shown.values().forEach(each -> owed.remove(each.episode().caseId()));
    return switch (recordLookup.record(owed, occasion, viewer, command)) {
      case WriteOutcome.Written(var now, _) -> found(likest, says, now.id(), viewer);
      case WriteOutcome.Repeated(var now, _) -> found(likest, says, now.id(), viewer);
      case WriteOutcome.KeyReused() -> new Outcome.KeyReused();
    };
  }

  /** Half a town has brown hair: its looks alone ask nobody about a hidden case. */
  static boolean isWorthAQuestion(Likeness likeness) {
    return likeness.weightBeyondLooks() >= WORTH_A_QUESTION;
  }

  /** A child with many episodes comes once. */
  private List<Likest> likest(Collection<Answer> shown, Viewer viewer) {
    List<Answer> sorted =
        shown.stream()
            .sorted((one, other) -> ChildIndex.LIKEST_FIRST.compare(one.hit(), other.hit()))
            .toList();
    List<Likest> likest = new ArrayList<>();
    Set<EpisodeOf> told = new HashSet<>();
    for (Answer each : sorted) {
      if (likest.size() < MOST && !told.contains(each.episode())) {
        Episodes episodes = findEpisodes.of(each.episode(), viewer);
        told.addAll(episodes.all());
        likest.add(new Likest(each, episodes));
      }
    }
    return likest;
  }

  private Description described(Says says, ChildFacts asked) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Description described =
        Description.of(says, asked, today, numbers(says, asked), children::part);
    return CaseKeys.isOfOffice(says.reporter()) ? described.sharing(caller(says)) : described;
  }

  private static Set<String> caller(Says says) {
    Reporter reporter = says.reporter();
    return reporter == null || reporter.phone() == null
        ? Set.of()
        : Set.of(reporter.phone().e164());
  }

  private static Set<String> numbers(Says says, ChildFacts asked) {
    Reporter reporter = says.reporter();
    Set<String> numbers = new TreeSet<>();
    Stream.concat(
            reporter == null ? Stream.empty() : Stream.ofNullable(reporter.phone()),
            asked.phones().stream())
        .map(PhoneNumber::e164)
        .forEach(numbers::add);
    return numbers;
  }

  private Outcome found(List<Likest> likest, Says says, String lookup, Viewer viewer) {
    Set<String> ids = new LinkedHashSet<>();
    likest.forEach(
        each -> {
          ids.add(each.answer().episode().caseId());
          each.episodes().all().forEach(episode -> ids.add(episode.caseId()));
        });
    Map<String, ViewCases.View> views = new LinkedHashMap<>();
    viewCases
        .found(List.copyOf(ids), lookup, viewer)
        .forEach(view -> views.put(view.state().id(), view));
    List<Known> known = new ArrayList<>();
    for (Likest each : likest) {
      Answer answer = each.answer();
      EpisodeOf episode = answer.episode();
      ViewCases.View view = views.get(episode.caseId());
      if (view != null) {
        Set<EpisodeOf> others = new HashSet<>(each.episodes().all());
        others.remove(episode);
        known.add(
            new Known(
                view,
                episode.child(),
                says,
                answer.asked(),
                answer.hit().likeness(),
                ShownEpisode.of(others, views)));
      }
    }
    return new Outcome.Found(known);
  }
}
