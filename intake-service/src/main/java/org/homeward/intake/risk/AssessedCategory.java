package org.homeward.intake.risk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.schema.facts.Category;

/** The category that an assessment gives a case; undetermined is a finding, too. */
enum AssessedCategory {
  THIRD_PARTY_ABDUCTION(Category.THIRD_PARTY_ABDUCTION),
  PARENTAL_ABDUCTION(Category.PARENTAL_ABDUCTION),
  MISSING_MIGRANT(Category.MISSING_MIGRANT),
  LOST_INJURED_OTHER(Category.LOST_INJURED_OTHER),
  RUNAWAY(Category.RUNAWAY),
  /** The child is not missing yet: only a person says so, no question asks for it. */
  AT_RISK(Category.AT_RISK),
  UNDETERMINED;

  /** Those that a question asks for: the five of Missing Children Europe. */
  static final Set<AssessedCategory> ASKED = EnumSet.range(THIRD_PARTY_ABDUCTION, RUNAWAY);

  private final Optional<Category> category;

  AssessedCategory(Category... category) {
    this.category = Stream.of(category).findFirst();
  }

  /** As a report states it; empty where it states that nobody knows. */
  Optional<Category> category() {
    return category;
  }
}
