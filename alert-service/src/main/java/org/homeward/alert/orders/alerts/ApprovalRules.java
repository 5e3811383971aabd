package org.homeward.alert.orders.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.preview.Preview;

/** The rules that hold before anything goes to volunteers. */
final class ApprovalRules {

  static final Duration PREVIEW_LASTS = Duration.ofMinutes(30);

  /** The longest life of an alert to volunteers. */
  static final Duration LONGEST = Duration.ofHours(24);

  private ApprovalRules() {}

  /** The first rule that is broken. */
  static Optional<AlertRefusal> broken(
      Approval approval, Proposal proposal, Set<String> gone, Instant now) {
    Preview preview = proposal.preview();
    boolean own = proposal.authors().contains(approval.person());
    if (own) return no(AlertRefusal.SAME_PERSON); // upholds 3
    if (!proposal.waits()) return no(AlertRefusal.NOT_NOW); // upholds 3
    if (!approval.hash().equals(preview.hash())) return no(AlertRefusal.OTHER_PREVIEW); // upholds 3
    if (preview.at().plus(PREVIEW_LASTS).isBefore(now)) return no(AlertRefusal.PREVIEW_TOO_OLD);
    Instant until = preview.read().until();
    if (!now.isBefore(until)) return no(AlertRefusal.EXPIRED); // upholds 3
    if (until.isAfter(now.plus(LONGEST))) return no(AlertRefusal.TOO_LONG);
    boolean ordered =
        approval
            .entry()
            .filter(e -> e.authorises(approval.person(), Power.VOLUNTEER_ALERT, now))
            .isPresent();
    if (!ordered) return no(AlertRefusal.NOT_IN_REGISTER); // upholds 3
    if (!approval.holds().isEmpty()) return no(AlertRefusal.HELD); // upholds 4
    if (gone.containsAll(preview.read().children())) return no(AlertRefusal.NO_SUCH_CHILD);
    return Optional.empty();
  }

  private static Optional<AlertRefusal> no(AlertRefusal why) {
    return Optional.of(why);
  }
}
