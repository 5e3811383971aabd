package org.homeward.alert.orders.criteria;

import java.time.LocalDate;
import java.time.Period;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.values.NumberRange;

/** Between which years of age a child is. */
record Ages(int youngest, int oldest) {

  private static final Ages ANY = new Ages(0, Integer.MAX_VALUE);

  /** By the date of birth, or else by the age that was stated. */
  static Ages of(ChildFacts child, LocalDate today) {
    if (child.born() != null) {
      return new Ages(
          Period.between(child.born().latest(), today).getYears(),
          Period.between(child.born().earliest(), today).getYears());
    }
    NumberRange age = child.ageYears();
    return age == null ? ANY : new Ages(age.from(), age.to());
  }
}
