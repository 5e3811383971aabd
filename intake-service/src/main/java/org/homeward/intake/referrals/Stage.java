package org.homeward.intake.referrals;

import java.util.EnumSet;
import java.util.Set;

/** How far a referral is. */
enum Stage {
  /** The sheet is written; nobody has agreed to it. */
  DRAFT,
  /** It may leave. */
  CONSENTED,
  /** A person has handed it over. */
  SENT,
  /** Somebody there has read it. */
  SEEN,
  ACCEPTED,
  REJECTED,
  /** The provider has done what was asked. */
  DONE,
  /** The hotline or the person wants it no more. */
  REVOKED;

  private static final Set<Stage> OVER = EnumSet.of(REJECTED, DONE, REVOKED);
  private static final Set<Stage> OURS = EnumSet.of(DRAFT, CONSENTED);

  /** Nobody waits for anything any more. */
  boolean isOver() {
    return OVER.contains(this);
  }

  /** The next step is the hotline's. */
  boolean isOurs() {
    return OURS.contains(this);
  }

  /** Somebody outside holds the sheet. */
  boolean isOut() {
    return !isOurs() && !isOver();
  }
}
