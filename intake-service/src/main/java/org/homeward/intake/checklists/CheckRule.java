package org.homeward.intake.checklists;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * Something to do about a case of one kind.
 *
 * @param code names it, and those that stand in its place in another country or category
 * @param after the code whose answer begins it; null for everything that the case itself begins
 * @param within from its beginning, by level of risk
 * @param otherwise the same for a level that is not listed, and where nobody has stated one
 * @param doneBy what does it without a word of a person; null where a person says it
 * @param again how long after its answer it is to be done again; null where once is enough
 * @param say what is to be done, by language
 * @param why the reason, by language
 */
record CheckRule(
    String code,
    Source source,
    When when,
    From from,
    @Nullable String after,
    Map<RiskLevel, Duration> within,
    Duration otherwise,
    @Nullable DoneBy doneBy,
    @Nullable Duration again,
    Map<String, String> say,
    Map<String, String> why) {

  CheckRule {
    requireNonNull(code, "code");
    requireNonNull(source, "source");
    requireNonNull(when, "when");
    requireNonNull(from, "from");
    within = Map.copyOf(within);
    requireNonNull(otherwise, "otherwise");
    say = Map.copyOf(say);
    why = Map.copyOf(why);
  }

  /** Where somebody has written that it is to be done. */
  record Source(String document, String section) {}

  /**
   * The cases that it is about; an empty set stands for all.
   *
   * @param countries of the node, as {@code RS}
   */
  record When(
      Set<CaseKind> kinds, Set<Category> categories, Set<RiskLevel> levels, Set<String> countries) {

    /** All cases. */
    static final When ALWAYS = new When(Set.of(), Set.of(), Set.of(), Set.of());

    When {
      kinds = Set.copyOf(kinds);
      categories = Set.copyOf(categories);
      levels = Set.copyOf(levels);
      countries = Set.copyOf(countries);
    }

    /** Where nobody has stated the category or the level, only a rule for all is about it. */
    boolean isAbout(
        CaseKind kind, @Nullable Category category, @Nullable RiskLevel level, String country) {
      return (kinds.isEmpty() || kinds.contains(kind))
          && (categories.isEmpty() || (category != null && categories.contains(category)))
          && (levels.isEmpty() || (level != null && levels.contains(level)))
          && (countries.isEmpty() || countries.contains(country));
    }
  }

  /** The moment at which its time begins. */
  enum From {
    /** When the case was opened, or its child at risk went missing. */
    OPENED,
    /** When the child was last seen, or the case was opened where nobody knows. */
    LAST_SEEN,
    /** The eighteenth birthday of each child. */
    TURNS_18,
    /** The end of the search for each child who was found alive. */
    CHILD_FOUND,
    /** The answer to another of the same case. */
    ANSWERED;

    boolean isOfEachChild() {
      return this == TURNS_18 || this == CHILD_FOUND;
    }
  }

  /** A fact of the case that does it. */
  enum DoneBy {
    POLICE_TOLD,
    RISK_STATED,
    ORDERS_CHECKED
  }

  /**
   * The time that it may take.
   *
   * @param level null while nobody has stated it
   */
  Duration within(@Nullable RiskLevel level) {
    return level == null ? otherwise : within.getOrDefault(level, otherwise);
  }
}
