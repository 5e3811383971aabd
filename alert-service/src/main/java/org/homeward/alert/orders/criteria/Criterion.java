package org.homeward.alert.orders.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a country's rule, held against a case.
 *
 * @param below the age in years under which a child counts as a minor here; null elsewhere
 */
public record Criterion(
    Predicate of,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer below,
    State state,
    Why why) {

  public Criterion {
    requireNonNull(of, "of");
    requireNonNull(state, "state");
    requireNonNull(why, "why");
  }

  /** A question of a rule; all countries' rules are made of these. */
  public enum Predicate {
    /** Each child of the alert is younger than {@code below}. */
    MINOR,
    /** The case is an abduction, by a parent or by somebody else. */
    ABDUCTION,
    /** The assessment of the case says that the risk is high. */
    DANGER_TO_LIFE,
    /** Readers get a photo, a vehicle or a description of a child. */
    USABLE_INFORMATION,
    /** Telling everybody does no more harm than good. */
    NO_ADDED_HARM,
    /** The child was last seen in the country. */
    IN_THE_COUNTRY
  }

  /** The answer that the known facts give. */
  public enum State {
    MET,
    UNMET,
    /** Police have not been told enough to say. */
    UNKNOWN,
    /** No fact decides it: whoever approves does. */
    FOR_A_PERSON
  }

  /** Why it is so. */
  public enum Why {
    YOUNGER,
    OLDER,
    AGE_UNKNOWN,
    CATEGORY_SAYS_SO,
    CATEGORY_IS_ANOTHER,
    CATEGORY_UNKNOWN,
    RISK_IS_HIGH,
    RISK_IS_LOWER,
    RISK_UNKNOWN,
    SOMETHING_TO_KNOW_BY,
    NOTHING_TO_KNOW_BY,
    SEEN_THERE,
    SEEN_ELSEWHERE,
    PLACE_UNKNOWN,
    A_PERSON_DECIDES
  }
}
