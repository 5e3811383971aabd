package org.homeward.intake.support;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service may begin: each person's own word decides, and a parent's where law says so.
 */
final class MayBegin {

  private MayBegin() {}

  /** The answer of the rule. */
  enum Verdict {
    MAY_BEGIN,
    /** The person has not agreed, or has said no. */
    OWN_WORD_MISSING,
    /** Neither a parent nor a guardian has agreed. */
    PARENT_MISSING,
    /** A parent is feared and asked nothing; the office that stands in has not agreed. */
    SOCIAL_WORK_MISSING
  }

  /**
   * @param custody the rule of this country about the service; empty: there is none
   * @param parentFeared whether anybody said that a child of the file fears who cares for it
   * @param year of now; in the year of a birthday somebody counts as younger still
   */
  static Verdict of(Need need, Optional<Custody> custody, boolean parentFeared, int year) {
    if (!need.agreed(Word.From.SELF)) {
      return Verdict.OWN_WORD_MISSING; // upholds 6
    }
    boolean asksParent =
        need.whom().isChild()
            && custody.filter(rule -> isBelow(need.bornIn(), rule.below(), year)).isPresent();
    if (!asksParent || need.agreed(Word.From.SOCIAL_WORK)) {
      return Verdict.MAY_BEGIN;
    }
    if (parentFeared) {
      return Verdict.SOCIAL_WORK_MISSING; // upholds 6
    }
    return need.agreed(Word.From.PARENT) || need.agreed(Word.From.GUARDIAN)
        ? Verdict.MAY_BEGIN
        : Verdict.PARENT_MISSING;
  }

  private static boolean isBelow(@Nullable Integer bornIn, int below, int year) {
    return bornIn == null || year - bornIn - 1 < below;
  }
}
