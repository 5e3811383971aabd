package org.homeward.intake.referrals;

import java.time.Instant;
import org.homeward.intake.carefiles.Leaving;
import org.homeward.intake.screening.Age;
import org.jspecify.annotations.Nullable;

/** A command of a member about a referral. */
sealed interface ReferralCommand {

  /** Writes another sheet, or sets another deadline with the same one. */
  record Redraft(ReferralSheet sheet, Instant due, String by) implements ReferralCommand {}

  /**
   * The sheet may leave.
   *
   * @param how an adult has said so; null for a child, whom nobody asks
   * @param note why somebody is in imminent danger
   */
  record Consent(Leaving.Ground ground, Step.@Nullable How how, @Nullable String note, String by)
      implements ReferralCommand {}

  /**
   * A person has handed the sheet over.
   *
   * @param age of the person, as the file says now
   * @param listed whether the provider is in the directory still
   */
  record Send(Step.How how, Age age, boolean listed, String by) implements ReferralCommand {}

  /** Somebody there has read it. */
  record See(@Nullable String note, String by) implements ReferralCommand {}

  /**
   * The provider takes her or him.
   *
   * @param due when somebody asks what became of it
   */
  record Accept(Instant due, @Nullable String note, String by) implements ReferralCommand {}

  record Reject(Step.Reason reason, @Nullable String note, String by) implements ReferralCommand {}

  record Finish(@Nullable String note, String by) implements ReferralCommand {}

  /**
   * Nobody wants it any more.
   *
   * @param how the provider was told, where it holds the sheet
   */
  record Revoke(Step.@Nullable How how, String note, String by) implements ReferralCommand {}

  /** Another member sees to it. */
  record TakeOver(String by) implements ReferralCommand {}

  /** The file is erased. */
  record Erase() implements ReferralCommand {}
}
