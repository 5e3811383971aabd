package org.homeward.intake.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
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
    Optional<Followed> followed = Optional.empty();
    while (followed.isEmpty()) {
      followed = tried(news);
    }
    return followed.get();
  }

  private Optional<Followed> tried(News news) {
    Outcome<KeptCase, Followed> outcome =
        cases.change(
            news.caseId(),
            OptionalLong.empty(),
            null,
            read -> decision(Optional.of(read.state()), news));
    return switch (outcome) {
      case Outcome.Written<KeptCase, Followed>(var _, Followed followed) -> Optional.of(followed);
      case Outcome.Kept<KeptCase, Followed>(var _, Followed followed) -> Optional.of(followed);
      case Outcome.Absent<KeptCase, Followed>() -> created(news);
      case Outcome.Repeated<KeptCase, Followed> _,
          Outcome.Stale<KeptCase, Followed> _,
          Outcome.KeyReused<KeptCase, Followed> _ ->
          throw new IllegalStateException("news names neither version nor command");
    };
  }

  /** Empty when somebody else has just created it: then it is news about what there is now. */
  private Optional<Followed> created(News news) {
    return switch (decision(Optional.empty(), news)) {
      case Decision.Keep<KeptCase, Followed>(Followed why) -> Optional.of(why);
      case Decision.Write<KeptCase, Followed>(Edit<KeptCase> edit, Followed followed) -> {
        var command = new Command(news.caseId(), "");
        var outcome = cases.create(news.caseId(), edit, command, followed);
        yield outcome instanceof Outcome.Written<KeptCase, Followed>
            ? Optional.of(followed)
            : Optional.empty();
      }
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
