package org.homeward.intake.cases.news;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.staff.Staff;

/** Applies news from alerts, stops and handovers to a case; safe to repeat. */
final class FollowNews {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final NewsDecisions decisions;
  private final Clock clock;

  /**
   * @param reportIds the id of a foreign case's report, from the subject that brought it
   */
  FollowNews(
      GuardedDocuments<KeptCase> cases,
      UnaryOperator<String> reportIds,
      Supplier<Staff> staff,
      Clock clock) {
    this.cases = cases;
    this.decisions = new NewsDecisions(reportIds, staff);
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
      case NewsDecision.Becomes(KeptCase next, var changes) ->
          Decision.write(
              CaseEdit.of(next, BY, clock.instant(), changes).asEssential(), NewsFollowed.APPLIED);
    };
  }
}
