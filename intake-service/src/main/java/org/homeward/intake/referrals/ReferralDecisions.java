package org.homeward.intake.referrals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.intake.carefiles.Leaving;
import org.homeward.intake.referrals.ReferralCommand.Accept;
import org.homeward.intake.referrals.ReferralCommand.Consent;
import org.homeward.intake.referrals.ReferralCommand.Erase;
import org.homeward.intake.referrals.ReferralCommand.Finish;
import org.homeward.intake.referrals.ReferralCommand.Redraft;
import org.homeward.intake.referrals.ReferralCommand.Reject;
import org.homeward.intake.referrals.ReferralCommand.Revoke;
import org.homeward.intake.referrals.ReferralCommand.See;
import org.homeward.intake.referrals.ReferralCommand.Send;
import org.homeward.intake.referrals.ReferralCommand.TakeOver;
import org.homeward.intake.referrals.ReferralDecision.Changed;
import org.homeward.intake.referrals.ReferralDecision.Gone;
import org.homeward.intake.referrals.ReferralDecision.Move;
import org.homeward.intake.referrals.ReferralDecision.NotNow;
import org.homeward.intake.referrals.ReferralDecision.Refusal;
import org.homeward.intake.referrals.ReferralDecision.Refused;
import org.homeward.intake.referrals.ReferralDecision.Unchanged;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a referral. */
final class ReferralDecisions {

  private ReferralDecisions() {}

  static ReferralDecision decide(KeptReferral state, ReferralCommand wish, Instant now) {
    return switch (state) {
      case Referral referral -> decide(referral, wish, now);
      case GoneReferral _ ->
          wish instanceof Erase ? new Unchanged() : new Refused(Refusal.NO_SUCH_REFERRAL);
    };
  }

  /** The moves that a stage allows. */
  static Set<Move> allowed(Stage stage) {
    return switch (stage) {
      case DRAFT -> EnumSet.of(Move.REDRAFT, Move.CONSENT, Move.REVOKE, Move.TAKE_OVER);
      case CONSENTED -> EnumSet.of(Move.REDRAFT, Move.SEND, Move.REVOKE, Move.TAKE_OVER);
      case SENT -> EnumSet.of(Move.SEE, Move.ACCEPT, Move.REJECT, Move.REVOKE, Move.TAKE_OVER);
      case SEEN -> EnumSet.of(Move.ACCEPT, Move.REJECT, Move.REVOKE, Move.TAKE_OVER);
      case ACCEPTED -> EnumSet.of(Move.FINISH, Move.REVOKE, Move.TAKE_OVER);
      case REJECTED, DONE, REVOKED -> EnumSet.noneOf(Move.class);
    };
  }

  private static ReferralDecision decide(Referral of, ReferralCommand wish, Instant now) {
    return switch (wish) {
      case Redraft(ReferralSheet sheet, Instant due, String by) ->
          allows(of, Move.REDRAFT)
              ? new Changed(of.redrafted(sheet, due, Step.to(Stage.DRAFT, by, now)))
              : notNow(of);
      case Consent consent -> allows(of, Move.CONSENT) ? consented(of, consent, now) : notNow(of);
      case Send send -> allows(of, Move.SEND) ? sent(of, send, now) : notNow(of);
      case See(String note, String by) ->
          allows(of, Move.SEE)
              ? new Changed(of.stepping(noted(Stage.SEEN, note, by, now)))
              : notNow(of);
      case Accept(Instant due, String note, String by) ->
          allows(of, Move.ACCEPT)
              ? new Changed(of.stepping(noted(Stage.ACCEPTED, note, by, now), due))
              : notNow(of);
      case Reject(Step.Reason reason, String note, String by) ->
          allows(of, Move.REJECT)
              ? new Changed(
                  of.stepping(new Step(Stage.REJECTED, by, now, null, null, reason, note)))
              : notNow(of);
      case Finish(String note, String by) ->
          allows(of, Move.FINISH)
              ? new Changed(of.stepping(noted(Stage.DONE, note, by, now)))
              : notNow(of);
      case Revoke revoke -> allows(of, Move.REVOKE) ? revoked(of, revoke, now) : notNow(of);
      case TakeOver(String by) ->
          !allows(of, Move.TAKE_OVER)
              ? notNow(of)
              : of.owner().equals(by) ? new Unchanged() : new Changed(of.ownedBy(by));
      case Erase() -> new Gone();
    };
  }

  private static boolean allows(Referral of, Move move) {
    return allowed(of.stage()).contains(move);
  }

  private static ReferralDecision notNow(Referral of) {
    return new NotNow(allowed(of.stage()));
  }

  private static Step noted(Stage stage, @Nullable String note, String by, Instant now) {
    return new Step(stage, by, now, null, null, null, note);
  }

  private static ReferralDecision consented(Referral of, Consent consent, Instant now) {
    boolean agreed = consent.how() != null;
    return switch (Leaving.of(of.sheet().age(), agreed, consent.ground())) {
      case MAY_LEAVE ->
          new Changed(
              of.stepping(
                  new Step(
                      Stage.CONSENTED,
                      consent.by(),
                      now,
                      consent.how(),
                      consent.ground(),
                      null,
                      consent.note())));
      case CONSENT_MISSING, NO_GROUND -> new Refused(Refusal.NO_GROUND); // upholds 6
    };
  }

  private static ReferralDecision sent(Referral of, Send send, Instant now) {
    if (of.sheet().age() != send.age()) {
      return new Refused(Refusal.SHEET_OLD); // upholds 6
    }
    if (!send.listed()) {
      return new Refused(Refusal.PROVIDER_OUT);
    }
    return new Changed(
        of.stepping(new Step(Stage.SENT, send.by(), now, send.how(), null, null, null)));
  }

  private static ReferralDecision revoked(Referral of, Revoke revoke, Instant now) {
    if (of.stage().isOut() && revoke.how() == null) {
      return new Refused(Refusal.PROVIDER_NOT_TOLD); // upholds 7
    }
    return new Changed(
        of.stepping(
            new Step(Stage.REVOKED, revoke.by(), now, revoke.how(), null, null, revoke.note())));
  }
}
