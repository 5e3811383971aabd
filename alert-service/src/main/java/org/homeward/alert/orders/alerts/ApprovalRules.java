package org.homeward.alert.orders.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.schema.values.Audience;

/** The rules that hold before anything goes to volunteers or to everybody. */
final class ApprovalRules {

  static final Duration PREVIEW_LASTS = Duration.ofMinutes(30);

  private static final Duration LONGEST = Duration.ofHours(24);

  /** No country lets a public alert last longer; a node's own limit may be lower. */
  private static final Duration LONGEST_PUBLIC = Duration.ofHours(48);

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
    PreviewDocument document = preview.read();
    Instant until = document.until();
    if (!now.isBefore(until)) return no(AlertRefusal.EXPIRED); // upholds 3
    if (until.isAfter(now.plus(longest(document.audience())))) return no(AlertRefusal.TOO_LONG);
    boolean ordered =
        approval
            .entry()
            .filter(e -> e.authorises(approval.person(), Power.over(document.audience()), now))
            .isPresent();
    if (!ordered) return no(AlertRefusal.NOT_IN_REGISTER); // upholds 3
    if (approval.holds().contains(Hold.NOT_A_SEARCH)) return no(AlertRefusal.NOT_A_SEARCH);
    if (!approval.holds().isEmpty()) return no(AlertRefusal.HELD); // upholds 4
    if (!approval.ordersChecked()) return no(AlertRefusal.ORDERS_NOT_CHECKED); // upholds 3
    if (!approval.isOfTheWordThatWasRead()) return no(AlertRefusal.OTHER_WORD); // upholds 3
    if (gone.containsAll(document.children())) return no(AlertRefusal.NO_SUCH_CHILD);
    return Optional.empty();
  }

  /** The longest life of an alert to these readers. */
  static Duration longest(Audience readers) {
    return readers == Audience.PUBLIC ? LONGEST_PUBLIC : LONGEST;
  }

  private static Optional<AlertRefusal> no(AlertRefusal why) {
    return Optional.of(why);
  }
}
