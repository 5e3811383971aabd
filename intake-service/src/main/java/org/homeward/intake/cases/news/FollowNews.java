package org.homeward.intake.cases.news;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.SightedBeside;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;

/** Applies news from alerts, stops and handovers to a case; safe to repeat. */
final class FollowNews {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final NewsDecisions decisions;
  private final SightedBeside sightedBeside;
  private final Clock clock;

  /**
   * @param reportIds the id of a foreign case's report, from the subject that brought it
   */
  FollowNews(
      GuardedDocuments<KeptCase> cases,
      UnaryOperator<String> reportIds,
      Supplier<Staff> staff,
      SightedBeside sightedBeside,
      Clock clock) {
    this.cases = cases;
    this.decisions = new NewsDecisions(reportIds, staff);
    this.sightedBeside = sightedBeside;
    this.clock = clock;
  }

  public NewsFollowed follow(News news) {
    return switch (cases.put(news.caseId(), read -> decision(read.map(Guarded::state), news))) {
      case WriteOutcome.Written(_, NewsFollowed followed) -> followed;
      case WriteOutcome.Kept(_, NewsFollowed why) -> why;
      case WriteOutcome.NotMade(NewsFollowed why) -> why;
    };
  }

  private Decision<KeptCase, NewsFollowed> decision(Optional<KeptCase> kept, News news) {
    return switch (decisions.decide(kept, news, clock.instant())) {
      case NewsDecision.Stays(NewsFollowed why) -> Decision.keep(why);
      case NewsDecision.Becomes(KeptCase next, var changes) -> {
        tellBeside(kept, news);
        yield Decision.write(
            CaseEdit.of(next, BY, clock.instant(), changes).asEssential(), NewsFollowed.APPLIED);
      }
    };
  }

  /** Tells of tips that are new to the case; people may have erased earlier ones. */
  private void tellBeside(Optional<KeptCase> kept, News news) {
    if (!(news.snapshot() instanceof HandoverSnapshot told)
        || told.role() != HandoverSide.OWNER
        || !(kept.orElse(null) instanceof Case live)) {
      return;
    }
    List<HandedSighting> known = live.heard(news.subject()).sightings();
    List<HandedSighting> fresh =
        told.sightings().stream()
            .filter(each -> each.seen() != null || each.withdrawn())
            .filter(each -> known.stream().noneMatch(before -> isSame(before, each)))
            .toList();
    if (!fresh.isEmpty()) {
      sightedBeside.sighted(live.id(), live.exercise(), told.id(), fresh); // upholds 1
    }
  }

  private static boolean isSame(HandedSighting before, HandedSighting now) {
    boolean isKnown = before.withdrawn() || (before.seen() != null && !now.withdrawn());
    return before.id().equals(now.id()) && isKnown;
  }
}
