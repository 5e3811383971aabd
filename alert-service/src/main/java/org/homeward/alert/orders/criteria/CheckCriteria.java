package org.homeward.alert.orders.criteria;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.homeward.alert.orders.criteria.Criterion.Predicate;
import org.homeward.alert.orders.criteria.Criterion.State;
import org.homeward.alert.orders.criteria.Criterion.Why;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Holds a rule against what is known; what nobody has said is unknown, and never a no. */
record CheckCriteria(String country, Says told, Says shown, boolean hasPhoto, LocalDate today) {

  private static final Set<Category> ABDUCTIONS =
      Set.of(Category.PARENTAL_ABDUCTION, Category.THIRD_PARTY_ABDUCTION);

  CheckedCriteria of(CountryRule rule) {
    return new CheckedCriteria(
        rule,
        rule.asks().stream().map(group -> group.stream().map(this::criterion).toList()).toList());
  }

  private Criterion criterion(CountryRule.Ask ask) {
    return switch (ask.of()) {
      case MINOR -> minor(Objects.requireNonNull(ask.below()));
      case ABDUCTION -> abduction();
      case DANGER_TO_LIFE -> danger();
      case USABLE_INFORMATION ->
          isUsable()
              ? met(Predicate.USABLE_INFORMATION, Why.SOMETHING_TO_KNOW_BY)
              : unmet(Predicate.USABLE_INFORMATION, Why.NOTHING_TO_KNOW_BY);
      case NO_ADDED_HARM ->
          new Criterion(Predicate.NO_ADDED_HARM, null, State.FOR_A_PERSON, Why.A_PERSON_DECIDES);
      case IN_THE_COUNTRY -> inTheCountry();
    };
  }

  /** Met if every child surely is younger; a child of unknown age may be of any age. */
  private Criterion minor(int below) {
    boolean isYounger = true;
    for (String id : shown.children().keySet()) {
      Ages ages = Ages.of(told.children().getOrDefault(id, ChildFacts.EMPTY), today);
      if (ages.youngest() >= below) {
        return new Criterion(Predicate.MINOR, below, State.UNMET, Why.OLDER);
      }
      isYounger &= ages.oldest() < below;
    }
    return isYounger
        ? new Criterion(Predicate.MINOR, below, State.MET, Why.YOUNGER)
        : new Criterion(Predicate.MINOR, below, State.UNKNOWN, Why.AGE_UNKNOWN);
  }

  private Criterion abduction() {
    Code<Category> category = told.category();
    if (category == null || category.is(Category.OTHER)) {
      return unknown(Predicate.ABDUCTION, Why.CATEGORY_UNKNOWN);
    }
    return ABDUCTIONS.stream().anyMatch(category::is)
        ? met(Predicate.ABDUCTION, Why.CATEGORY_SAYS_SO)
        : unmet(Predicate.ABDUCTION, Why.CATEGORY_IS_ANOTHER);
  }

  private Criterion danger() {
    Risk risk = told.risk();
    if (risk == null || risk.level().is(RiskLevel.OTHER)) {
      return unknown(Predicate.DANGER_TO_LIFE, Why.RISK_UNKNOWN);
    }
    return risk.level().is(RiskLevel.HIGH)
        ? met(Predicate.DANGER_TO_LIFE, Why.RISK_IS_HIGH)
        : unmet(Predicate.DANGER_TO_LIFE, Why.RISK_IS_LOWER);
  }

  private Criterion inTheCountry() {
    String seen = seenIn();
    if (seen == null) {
      return unknown(Predicate.IN_THE_COUNTRY, Why.PLACE_UNKNOWN);
    }
    return seen.equals(country)
        ? met(Predicate.IN_THE_COUNTRY, Why.SEEN_THERE)
        : unmet(Predicate.IN_THE_COUNTRY, Why.SEEN_ELSEWHERE);
  }

  private @Nullable String seenIn() {
    return told.lastSeen() == null || told.lastSeen().place() == null
        ? null
        : told.lastSeen().place().country();
  }

  private boolean isUsable() {
    return hasPhoto
        || shown.vehicle() != null
        || shown.children().values().stream().anyMatch(CheckCriteria::isDescribed);
  }

  private static boolean isDescribed(ChildFacts child) {
    return !child.clothing().isEmpty()
        || !child.marks().isEmpty()
        || child.hair() != null
        || child.eyes() != null
        || child.heightCm() != null;
  }

  private static Criterion met(Predicate of, Why why) {
    return new Criterion(of, null, State.MET, why);
  }

  private static Criterion unmet(Predicate of, Why why) {
    return new Criterion(of, null, State.UNMET, why);
  }

  private static Criterion unknown(Predicate of, Why why) {
    return new Criterion(of, null, State.UNKNOWN, why);
  }
}
