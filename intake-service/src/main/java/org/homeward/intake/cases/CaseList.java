package org.homeward.intake.cases;

import java.time.Instant;
import java.util.Set;
import org.homeward.durable.document.Listing;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.values.Audience;

/** The lists of cases: those of one standing, by last change or by risk. */
final class CaseList {

  public static final Listing<KeptCase> BY_STANDING =
      new Listing<>("standing", CaseList::rank, CaseList::begun);

  private static final String RISK = "risk";
  private static final Set<Audience> LARGEST = FieldAudiences.OF_SAYS.field(RISK).largest();
  private static final int NOT_STATED = 2;

  private CaseList() {}

  private static int rank(KeptCase kept) {
    return kept instanceof Case live ? rank(live) : 0;
  }

  /**
   * The order is the same for all who read it: it follows only a risk that the whole case team may
   * know.
   */
  private static int rank(Case live) {
    Says said =
        CaseFacts.ofAll(
            live.reports().stream()
                .map(KeptReport::report)
                .filter(report -> tellsOfRisk(report.says()))
                .toList());
    Risk risk = said.risk();
    Set<Audience> readers = said.audiences().getOrDefault(RISK, LARGEST);
    return risk == null || !readers.contains(Audience.CASE_TEAM) ? NOT_STATED : rank(risk);
  }

  private static boolean tellsOfRisk(Says says) {
    return says.risk() != null || says.audiences().containsKey(RISK);
  }

  /** An unknown level may be a high one; a risk that nobody assessed may be more than low. */
  private static int rank(Risk risk) {
    boolean deadly = risk.criteria().stream().anyMatch(c -> c.is(RiskCriterion.DANGER_OF_DEATH));
    RiskLevel level = deadly ? RiskLevel.HIGH : risk.level().value();
    return switch (level) {
      case HIGH -> 5;
      case OTHER -> 4;
      case MEDIUM -> 3;
      case LOW -> NOT_STATED - 1;
      case NO_APPARENT -> 0;
    };
  }

  private static Instant begun(KeptCase kept) {
    return kept instanceof Case live ? live.openedAt() : Instant.EPOCH;
  }
}
