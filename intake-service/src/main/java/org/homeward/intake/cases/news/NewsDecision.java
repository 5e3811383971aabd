package org.homeward.intake.cases.news;

import java.util.List;
import org.homeward.intake.cases.KeptCase;
import org.homeward.schema.event.ChangeType;

/** The outcome of news for a case. */
sealed interface NewsDecision {

  /**
   * @param changes what the readers of the topic are told; empty for what is only for the team
   */
  record Becomes(KeptCase next, List<ChangeType> changes) implements NewsDecision {}

  /** It is left as it is. */
  record Stays(NewsFollowed why) implements NewsDecision {}
}
