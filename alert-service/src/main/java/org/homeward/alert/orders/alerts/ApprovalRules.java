package org.homeward.alert.orders.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.preview.Preview;

/** What must be true before anything goes to volunteers. */
final class ApprovalRules {

  static final Duration PREVIEW_LASTS = Duration.ofMinutes(30);

  /** The longest life of an alert to volunteers. */
  static final Duration LONGEST = Duration.ofHours(24);

  private ApprovalRules() {}

  /** The first rule that is broken. */
  static Optional<Refusal> broken(
      Approval approval, Proposal proposal, Set<String> gone, Instant now) {
    Preview preview = proposal.preview();
    if (proposal.authors().contains(approval.person())) return no(Refusal.SAME_PERSON); // upholds 3
    if (!approval.hash().equals(preview.hash())) return no(Refusal.OTHER_PREVIEW); // upholds 3
    if (preview.at().plus(PREVIEW_LASTS).isBefore(now)) return no(Refusal.PREVIEW_TOO_OLD);
    Instant until = preview.read().until();
    if (!now.isBefore(until)) return no(Refusal.EXPIRED); // upholds 3
    if (until.isAfter(now.plus(LONGEST))) return no(Refusal.TOO_LONG);
    boolean ordered =
        approval
            .entry()
            .filter(e -> e.authorises(approval.person(), Power.VOLUNTEER_ALERT, now))
            .isPresent();
    if (!ordered) return no(Refusal.NOT_IN_REGISTER); // upholds 3
    if (!approval.holds().isEmpty()) return no(Refusal.HELD); // upholds 4
    if (gone.containsAll(preview.read().children())) return no(Refusal.NO_SUCH_CHILD);
    return Optional.empty();
  }

  private static Optional<Refusal> no(Refusal why) {
    return Optional.of(why);
  }
}
