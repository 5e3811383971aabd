package org.homeward.intake.carefiles;

import java.util.Set;
import org.homeward.intake.screening.Age;

/** Whether something of a person may leave the house. */
final class Leaving {

  private Leaving() {}

  /** The answer of the rule. */
  enum Verdict {
    MAY_LEAVE,
    /** An adult has not agreed that this office learns of her or him. */
    CONSENT_MISSING,
    /** The ground is none for somebody of this age. */
    NO_GROUND
  }

  /**
   * An adult's data leave with her or his consent, or in imminent danger; a child is protected
   * whether it agrees or not, so nobody asks a child to consent.
   *
   * @param consented offices that the newest consent names
   */
  static Verdict of(Age age, Set<Office> consented, Office to, PassedOn.Ground ground) {
    return switch (ground) {
      case IMMINENT_DANGER -> Verdict.MAY_LEAVE;
      case CHILD_PROTECTION -> age == Age.CHILD ? Verdict.MAY_LEAVE : Verdict.NO_GROUND;
      case CONSENT ->
          switch (age) {
            case CHILD -> Verdict.NO_GROUND;
            case ADULT ->
                consented.contains(to) ? Verdict.MAY_LEAVE : Verdict.CONSENT_MISSING; // upholds 6
          };
    };
  }
}
