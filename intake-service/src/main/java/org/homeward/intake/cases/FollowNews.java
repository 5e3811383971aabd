package org.homeward.intake.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;

/** Lets a case follow what its alerts, stops and handovers tell; safe to repeat. */
public final class FollowNews {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final NewsDecisions decisions;
  private final Clock clock;

  /**
   * @param reportIds the id of a foreign case's report, from the subject that brought it
   */
  public FollowNews(
      GuardedDocuments<KeptCase> cases, UnaryOperator<String> reportIds, Clock clock) {
    this.cases = cases;
    this.decisions = new NewsDecisions(reportIds);
    this.clock = clock;
  }

  public Followed follow(News news) {
    return switch (cases.put(news.caseId(), read -> decision(read.map(Guarded::state), news))) {
      case Outcome.Written<KeptCase, Followed>(var _, Followed followed) -> followed;
      case Outcome.Kept<KeptCase, Followed>(var _, Followed why) -> why;
      case Outcome.NotMade<KeptCase, Followed>(Followed why) -> why;
    };
  }

  private Decision<KeptCase, Followed> decision(Optional<KeptCase> kept, News news) {
    return switch (decisions.decide(kept, news, clock.instant())) {
      case NewsDecided.Stays(Followed why) -> Decision.keep(why);
      case NewsDecided.Becomes(KeptCase next, var changes) ->
          Decision.write(
              CaseEdit.of(next, BY, clock.instant(), changes).asEssential(), Followed.APPLIED);
    };
  }
}
