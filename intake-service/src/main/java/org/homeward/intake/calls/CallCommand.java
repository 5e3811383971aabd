package org.homeward.intake.calls;

import java.time.Duration;
import java.util.Set;
import org.homeward.intake.drafts.DraftEnd;
import org.homeward.intake.joboffers.JobOffer;
import org.jspecify.annotations.Nullable;

/** What a person, a draft, a case or the time does to a call. */
sealed interface CallCommand {

  /** The caller asks about a job offer; what is known of it, whatever becomes of the call. */
  record CheckOffer(JobOffer offer) implements CallCommand {}

  /** Nobody asked for anything that becomes a case. */
  record End(Call.Ending how) implements CallCommand {}

  /**
   * It is about this draft or case.
   *
   * @param to as {@link Call#tiedTo} names it
   * @param exercise whether that is one of an exercise
   */
  record Tie(String to, boolean exercise) implements CallCommand {}

  /**
   * A supervisor says that it is about this draft or case, and not about what it was tied to.
   *
   * @param notTo the people who must not learn of what it was tied to
   */
  record Correct(String to, boolean exercise, Set<String> notTo, String by, String reason)
      implements CallCommand {}

  /**
   * A restore ties it to its case again, whatever the copy has it tied to.
   *
   * @param to null where it was only tied there by mistake
   * @param notTo the people who must not learn of cases to which it was tied before
   * @param formerly these cases
   */
  record TieAgain(@Nullable String to, boolean exercise, Set<String> notTo, Set<String> formerly)
      implements CallCommand {}

  /** Its draft was filed, or no report came of it. */
  record FollowDraft(String draft, DraftEnd end) implements CallCommand {}

  /** Its case is erased. */
  record Erase() implements CallCommand {}

  /** It became no case within this time. */
  record ExpireIfDue(Duration kept) implements CallCommand {}
}
