package org.homeward.intake.carefiles;

import org.homeward.intake.screening.Age;

/** Whether something of a person may leave the house. */
public final class Leaving {

  private Leaving() {}

  /** Why it may leave. */
  public enum Ground {
    /** An adult agreed that these people learn of her or him. */
    CONSENT,
    IMMINENT_DANGER,
    /** The duty to protect a child; nobody else's data leave on it. */
    CHILD_PROTECTION
  }

  /** The answer of the rule. */
  public enum Verdict {
    MAY_LEAVE,
    /** An adult has not agreed that these people learn of her or him. */
    CONSENT_MISSING,
    /** The ground is none for somebody of this age. */
    NO_GROUND
  }

  /**
   * An adult's data leave with her or his consent, or in imminent danger; a child is protected
   * whether it agrees or not, so nobody asks a child to consent.
   *
   * @param agreed whether the person has agreed that these people learn of her or him
   */
  public static Verdict of(Age age, boolean agreed, Ground ground) {
    return switch (ground) {
      case IMMINENT_DANGER -> Verdict.MAY_LEAVE;
      case CHILD_PROTECTION -> age == Age.CHILD ? Verdict.MAY_LEAVE : Verdict.NO_GROUND;
      case CONSENT ->
          switch (age) {
            case CHILD -> Verdict.NO_GROUND;
            case ADULT -> agreed ? Verdict.MAY_LEAVE : Verdict.CONSENT_MISSING; // upholds 6
          };
    };
  }
}
