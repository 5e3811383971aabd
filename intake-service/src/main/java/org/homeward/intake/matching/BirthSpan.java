package org.homeward.intake.matching;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When a child may have been born.
 *
 * @param from the first day that it can be
 * @param to the last
 */
record BirthSpan(LocalDate from, LocalDate to) {

  BirthSpan {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /**
   * By the date of birth, or else by the age.
   *
   * @param said when the age was stated
   * @return null when nobody knows either
   */
  static @Nullable BirthSpan of(ChildFacts child, LocalDate said) {
    PartialDate born = child.born();
    if (born != null) {
      return new BirthSpan(born.earliest(), born.latest());
    }
    NumberRange age = child.ageYears();
    return age == null
        ? null
        : new BirthSpan(said.minusYears(age.to() + 1L).plusDays(1), said.minusYears(age.from()));
  }

  boolean isADay() {
    return from.equals(to);
  }

  boolean overlaps(BirthSpan other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  /** Day and month are taken for each other. */
  boolean isTurnedRound(BirthSpan other) {
    return isADay()
        && other.isADay()
        && from.getYear() == other.from.getYear()
        && from.getDayOfMonth() == other.from.getMonthValue()
        && from.getMonthValue() == other.from.getDayOfMonth();
  }
}
