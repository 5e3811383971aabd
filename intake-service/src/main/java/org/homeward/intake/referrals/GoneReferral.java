package org.homeward.intake.referrals;

import java.time.Duration;

/** The mark of an erased referral. */
record GoneReferral(boolean gone) implements KeptReferral {

  static final GoneReferral GONE = new GoneReferral(true);

  /** A request that was under way is long over then. */
  static final Duration KEPT_FOR = Duration.ofDays(30);
}
