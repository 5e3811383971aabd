package org.homeward.intake.reopening;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.reports.OpenCase;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkEpisodes;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;

/**
 * Opens a case about a child of a case that has ended, kept from the same people, and links both as
 * one child. A process that dies in between leaves a case that the same command finds and links,
 * and an alarm too.
 */
public final class OpenEpisode {

  private final GuardedDocuments<KeptCase> cases;
  private final OpenCase openCase;
  private final ChangeCase changeCase;
  private final LinkEpisodes linkEpisodes;
  private final LinkedEpisodes linked;

  OpenEpisode(
      GuardedDocuments<KeptCase> cases,
      OpenCase openCase,
      ChangeCase changeCase,
      LinkEpisodes linkEpisodes,
      LinkedEpisodes linked) {
    this.cases = cases;
    this.openCase = openCase;
    this.changeCase = changeCase;
    this.linkEpisodes = linkEpisodes;
    this.linked = linked;
  }

  /** The outcome; a repetition gets the same. */
  public sealed interface Outcome {

    record Opened(Guarded<KeptCase> now, String report, String child) implements Outcome {}

    /** The child is searched for in an episode that somebody has opened before. */
    record Searched() implements Outcome {}

    /** The case before, or the new one by now, is erased. */
    record Erased() implements Outcome {}

    record KeyReused() implements Outcome {}
  }

  /**
   * What is to be opened.
   *
   * @param caseId of the episode before
   * @param kind what the new case is about
   * @param said by the caller now, of the case as a whole
   */
  public record Wish(String caseId, String child, CaseKind kind, Channel channel, Says said) {

    EpisodeOf before() {
      return new EpisodeOf(caseId, child);
    }

    @Override
    public String toString() {
      return "Wish[" + kind + "]";
    }
  }

  /**
   * For a person's request: one search for one child, whoever asks and however often.
   *
   * @param by opaque id of the person who took the report
   */
  Outcome again(Wish wish, Command request, String by) {
    if (!(cases.find(wish.caseId()).map(Guarded::state).orElse(null) instanceof Case old)) {
      return new Outcome.Erased(); // upholds 7
    }
    boolean careful = isCareful(wish.before(), old);
    for (int number = 0; ; number++) {
      Optional<Outcome> there = there(wish, number, request, by);
      if (there.isPresent()) {
        return there.get();
      }
      Command command = command(wish, number, request, careful);
      if (cases.createdBy(command).isEmpty()) {
        Outcome outcome = open(wish, command, by);
        if (!(outcome instanceof Outcome.KeyReused)) {
          return outcome;
        }
        number--; // somebody was first
      }
    }
  }

  private static Command command(Wish wish, int number, Command request, boolean careful) {
    return wish.kind() == CaseKind.MISSING
        ? EpisodeCommand.missing(wish.before(), number, request, careful)
        : EpisodeCommand.atRisk(wish.before(), request, careful);
  }

  /** What the episode of this number answers; empty where a further one may be opened. */
  private Optional<Outcome> there(Wish wish, int number, Command request, String by) {
    Command command = command(wish, number, request, false);
    Guarded<KeptCase> found = cases.createdBy(command).flatMap(cases::find).orElse(null);
    if (found == null) {
      return Optional.empty();
    }
    boolean isRepeated =
        Stream.of(command, command(wish, number, request, true))
            .anyMatch(each -> isRepeated(cases.<String>repeated(each)));
    if (isRepeated) {
      return Optional.of(linked(wish, found, by)); // upholds 2
    }
    if (!(found.state() instanceof Case live)) {
      return wish.kind() == CaseKind.MISSING
          ? Optional.empty()
          : Optional.of(new Outcome.Erased()); // upholds 7
    }
    KeptReport first = live.reports().getFirst();
    if (wish.kind() != CaseKind.MISSING || EpisodeCommand.isOf(first.command(), request)) {
      return Optional.of(new Outcome.KeyReused());
    }
    if (live.isKeptFrom(by) || live.standing() == Case.Standing.ENDED) {
      return Optional.empty(); // upholds 6
    }
    var episode = new EpisodeOf(found.id(), first.newChildren().getFirst());
    linkEpisodes.again(wish.before(), episode, live.exercise(), by); // a crash may have left it
    return linked.of(wish.before()).others().contains(episode)
        ? Optional.of(new Outcome.Searched())
        : Optional.empty();
  }

  private static boolean isRepeated(Optional<WriteOutcome.OfRepetition<KeptCase, String>> of) {
    return of.filter(WriteOutcome.Repeated.class::isInstance).isPresent();
  }

  /** Whether an episode of the child has a report that is held or names harm at home. */
  private boolean isCareful(EpisodeOf before, Case old) {
    Set<String> ids = new HashSet<>();
    linked.of(before).others().forEach(each -> ids.add(each.caseId()));
    Stream<Case> others =
        cases.find(ids).stream()
            .flatMap(each -> each.state() instanceof Case live ? Stream.of(live) : Stream.of());
    return Stream.concat(Stream.of(old), others)
        .flatMap(each -> each.reports().stream())
        .anyMatch(KeptReport::callsForCare);
  }

  /**
   * @param by opaque id of the person who took the report
   */
  public Outcome open(Wish wish, Command command, String by) {
    if (!(cases.find(wish.caseId()).map(Guarded::state).orElse(null) instanceof Case old)) {
      return new Outcome.Erased(); // upholds 7
    }
    String again = UUID.randomUUID().toString();
    Set<String> notTo = new HashSet<>();
    notTo.addAll(old.notTo()); // upholds 6
    var first =
        new OpenCase.FirstReport(
            old.exercise(), // upholds 9
            wish.kind(),
            wish.channel(),
            notTo,
            List.of(again),
            CarriedFacts.of(old.reports(), wish.child(), again, wish.said()).first());
    return switch (openCase.open(first, command, by)) {
      case WriteOutcome.Written<KeptCase, String>(var now, var _) -> linked(wish, now, by);
      case WriteOutcome.Repeated<KeptCase, String>(var now, var _) -> linked(wish, now, by);
      case WriteOutcome.KeyReused<KeptCase, String>() -> new Outcome.KeyReused();
    };
  }

  private Outcome linked(Wish wish, Guarded<KeptCase> now, String by) {
    if (!(now.state() instanceof Case opened)) {
      return new Outcome.Erased();
    }
    KeptReport first = opened.reports().getFirst();
    String child = first.newChildren().getFirst();
    linkEpisodes.again( // upholds 6
        wish.before(), new EpisodeOf(now.id(), child), opened.exercise(), by);
    confide(wish, now.id(), first, child, by);
    return new Outcome.Opened(cases.find(now.id()).orElse(now), first.id(), child);
  }

  /** What fewer may read than what was known of the child does not hide that from others. */
  private void confide(Wish wish, String id, KeptReport first, String child, String by) {
    if (!(cases.find(wish.caseId()).map(Guarded::state).orElse(null) instanceof Case old)) {
      return;
    }
    CarriedFacts.of(old.reports(), wish.child(), child, wish.said())
        .confided()
        .ifPresent(
            says -> {
              var command = new Command(first.command().id() + "/confided", "");
              var report =
                  new ChangeCase.FurtherReport(old.exercise(), wish.channel(), List.of(), says);
              WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> _ =
                  changeCase.join(id, report, command, by);
            });
  }
}
