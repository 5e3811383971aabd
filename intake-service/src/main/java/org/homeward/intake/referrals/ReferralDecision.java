package org.homeward.intake.referrals;

import java.util.Set;

/** The outcome of a command about a referral. */
sealed interface ReferralDecision {

  record Changed(Referral next) implements ReferralDecision {}

  record Gone() implements ReferralDecision {}

  record Unchanged() implements ReferralDecision {}

  record Refused(Refusal why) implements ReferralDecision {}

  /**
   * The stage does not allow it.
   *
   * @param allowed what it allows
   */
  record NotNow(Set<Move> allowed) implements ReferralDecision {

    public NotNow {
      allowed = Set.copyOf(allowed);
    }
  }

  /** The moves of a member, as requests name them. */
  enum Move {
    REDRAFT,
    CONSENT,
    SEND,
    SEE,
    ACCEPT,
    REJECT,
    FINISH,
    REVOKE,
    TAKE_OVER
  }

  /** Why nothing becomes of a command that the stage allows. */
  enum Refusal {
    NO_SUCH_REFERRAL,
    /** The named ground is none for somebody of this age. */
    NO_GROUND,
    /** The file says another age than the sheet. */
    SHEET_OLD,
    /** The provider is out of the directory. */
    PROVIDER_OUT,
    /** The provider holds the sheet, and nobody says how it was told. */
    PROVIDER_NOT_TOLD
  }
}
