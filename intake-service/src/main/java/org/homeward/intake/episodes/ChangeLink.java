package org.homeward.intake.episodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.rulings.ErasedBeside;

/** Carries out what people and the end of a case do to a link. */
final class ChangeLink implements AlarmHandler, ErasedBeside, LinkEpisodes {

  static final String UNDONE = "link.undone.v1";

  private static final String BY = "intake";

  /** Somebody looks then whether one of the cases was being erased when they were linked. */
  private static final String SETTLE_DUE = "settle";

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final GuardedDocuments<KeptLink> links;
  private final FindEpisodes findEpisodes;
  private final UnaryOperator<String> ids;
  private final Function<String, Optional<Set<String>>> keptFrom;
  private final EpisodeErased episodeErased;
  private final Clock clock;

  /**
   * @param ids makes the id of a link of what names both children
   * @param keptFrom from whom the tombstone of a case is kept; empty where it is no tombstone
   */
  ChangeLink(
      GuardedDocuments<KeptLink> links,
      FindEpisodes findEpisodes,
      UnaryOperator<String> ids,
      Function<String, Optional<Set<String>>> keptFrom,
      EpisodeErased episodeErased,
      Clock clock) {
    this.links = links;
    this.findEpisodes = findEpisodes;
    this.ids = ids;
    this.keptFrom = keptFrom;
    this.episodeErased = episodeErased;
    this.clock = clock;
  }

  /** Two people who link the same two write one document. */
  WriteOutcome.OfPuttingOnce<KeptLink, LinkDecision> link(
      SeenPair seen, Command command, LinkReason reason, Viewer viewer) {
    var turn = new Link.Turn(Link.Said.LINKED, reason, viewer.person(), now());
    return links.put(
        ids.apply(seen.pair().text()),
        command,
        read ->
            decided(
                LinkDecisions.link(
                    read.map(Guarded::state),
                    Link.first(seen.pair(), seen.exercise(), turn),
                    findEpisodes.of(seen.pair().one(), viewer),
                    findEpisodes.of(seen.pair().other(), viewer)),
                viewer.person()));
  }

  @Override
  public void again(EpisodeOf before, EpisodeOf now, boolean exercise, String by) {
    Pair pair = Pair.of(before, now);
    var turn = new Link.Turn(Link.Said.LINKED, LinkReason.MISSING_AGAIN, by, now());
    WriteOutcome<KeptLink, LinkDecision> _ =
        links.put(
            ids.apply(pair.text()),
            read ->
                read.isPresent()
                    ? Decision.keep(new LinkDecision.Unchanged())
                    : decided(new LinkDecision.Changed(Link.first(pair, exercise, turn)), by));
  }

  WriteOutcome.OfRequest<KeptLink, LinkDecision> unlink(
      SeenLink seen, OptionalLong version, Command command, LinkReason reason, Viewer viewer) {
    var turn = new Link.Turn(Link.Said.UNLINKED, reason, viewer.person(), now());
    return links.change(
        seen.id(),
        Check.of(command, version),
        read -> decided(LinkDecisions.unlink(read.state(), turn), viewer.person()));
  }

  /**
   * After a restore; a copy as new as the line is left alone: it also knows who linked them again.
   *
   * @param version that the link had when it was undone
   * @return whether it was linked until now
   */
  boolean unlinkAgain(String id, long version, Predicate<Guarded<?>> isOfTheCopy) {
    var turn = new Link.Turn(Link.Said.UNLINKED, LinkReason.MISTAKE, Replay.BY, now());
    WriteOutcome<KeptLink, LinkDecision> outcome =
        links.change(
            id,
            read ->
                isOfTheCopy.test(read) && read.version() >= version
                    ? Decision.keep(new LinkDecision.Unchanged())
                    : decided(LinkDecisions.unlink(read.state(), turn), Replay.BY));
    return outcome instanceof WriteOutcome.Written<KeptLink, LinkDecision>;
  }

  /** Of a case that a copy does not have: who it was kept from is known to nobody. */
  void eraseOf(String caseId) {
    findEpisodes.of(Link.CASES, caseId).forEach(each -> erase(each.id())); // upholds 7
  }

  Optional<Link> find(String id) {
    return links.find(id).flatMap(ChangeLink::live);
  }

  private static Optional<Link> live(Guarded<KeptLink> found) {
    return found.state() instanceof Link link ? Optional.of(link) : Optional.empty();
  }

  /** Episodes on both sides of an erased one stay one child; nothing is left that names it. */
  @Override
  public void caseErased(String caseId) {
    List<Guarded<Link>> of = findEpisodes.of(Link.CASES, caseId);
    carry(caseId, of); // first: a crash in between repeats it
    tell(caseId, of); // upholds 6
    of.forEach(each -> erase(each.id())); // upholds 7
  }

  private void tell(String caseId, List<Guarded<Link>> of) {
    Set<EpisodeOf> left = new LinkedHashSet<>();
    for (Guarded<Link> each : of) {
      Link link = each.state();
      left.add(link.besides(caseId));
      left.addAll(findEpisodes.of(new EpisodeOf(caseId, link.childOf(caseId))).others());
    }
    left.forEach(episodeErased::erasedBeside);
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return !findEpisodes.of(Link.CASES, caseId).isEmpty();
  }

  private void carry(String caseId, List<Guarded<Link>> of) {
    Set<String> ofCase = keptFrom.apply(caseId).orElse(Set.of());
    Map<String, List<Link>> byChild = new LinkedHashMap<>();
    for (Guarded<Link> each : of) {
      Link link = each.state();
      if (link.isLinked()) {
        byChild.computeIfAbsent(link.childOf(caseId), _ -> new ArrayList<>()).add(link);
      }
    }
    byChild.forEach(
        (child, around) -> {
          var gone = new EpisodeOf(caseId, child);
          for (int i = 1; i < around.size(); i++) {
            EpisodeOf one = around.get(i - 1).besides(gone);
            EpisodeOf other = around.get(i).besides(gone);
            if (Pair.isPossible(one, other)) {
              Set<String> notTo = new TreeSet<>(ofCase);
              notTo.addAll(around.get(i - 1).notTo());
              notTo.addAll(around.get(i).notTo());
              carry(Pair.of(one, other), around.get(i).exercise(), notTo); // upholds 6
            }
          }
        });
  }

  /**
   * A statement of a person about these two stands, whatever it says. A link that is kept from
   * people has a document of its own: one of them who links these two makes the first.
   */
  private void carry(Pair pair, boolean exercise, Set<String> notTo) {
    String own = ids.apply(pair.text());
    String id = notTo.isEmpty() ? own : ids.apply(pair.text() + "|kept");
    if (links.find(own).isPresent()) {
      return;
    }
    var turn = new Link.Turn(Link.Said.LINKED, LinkReason.EPISODE_ERASED, BY, now());
    WriteOutcome<KeptLink, LinkDecision> _ =
        links.put(
            id,
            read ->
                read.isPresent()
                    ? Decision.keep(new LinkDecision.Unchanged())
                    : decided(
                        new LinkDecision.Changed(Link.first(pair, exercise, turn, notTo)), BY));
  }

  private void erase(String id) {
    WriteOutcome<KeptLink, LinkDecision> _ =
        links.change(
            id,
            read ->
                read.state() instanceof GoneLink
                    ? Decision.keep(new LinkDecision.Unchanged())
                    : decided(new LinkDecision.Changed(GoneLink.ERASED), BY));
  }

  /** Answers the dues of a link; safe to repeat. */
  @Override
  public void due(String id) {
    links.find(id).filter(read -> read.dueAt(now()).contains(SETTLE_DUE)).ifPresent(this::settle);
  }

  private void settle(Guarded<KeptLink> read) {
    List<String> erased =
        live(read).map(Link::cases).orElse(List.of()).stream()
            .filter(each -> keptFrom.apply(each).isPresent())
            .toList();
    if (erased.isEmpty()) {
      links.note(read, read.state(), Map.of());
    } else {
      erased.forEach(this::caseErased); // upholds 7
    }
  }

  private Decision<KeptLink, LinkDecision> decided(LinkDecision decided, String by) {
    return switch (decided) {
      case LinkDecision.Changed(Link next) ->
          Decision.write(
              (next.isLinked() ? Edit.<KeptLink>of(next, by) : Edit.<KeptLink>of(next, by, UNDONE))
                  .withDues(Map.of(SETTLE_DUE, now().plus(SETTLED))),
              decided);
      case LinkDecision.Changed(GoneLink next) ->
          Decision.write(
              Edit.<KeptLink>of(next, by)
                  .withDues(KeptHistory.goneDues(now(), GoneLink.KEPT)) // upholds 8
                  .asEssential(),
              decided);
      case LinkDecision.Unchanged _, LinkDecision.Refused _ -> Decision.keep(decided);
    };
  }

  private Instant now() {
    return clock.instant();
  }
}
