package org.homeward.console.referrals;

import java.util.List;

/**
 * The referrals that wait for somebody.
 *
 * @param of which of them
 * @param plans of support whose review comes next
 */
record ReferralsPage(String of, List<ReferralLine> lines, List<Plan> plans) {

  /** Which a reader can ask for. */
  static final List<String> WHICH = List.of("WITH_ME", "WITH_OTHERS", "OVERDUE", "ALL");

  /**
   * A plan of support.
   *
   * @param review when it is to be reviewed, in words
   */
  record Plan(String file, String review, boolean overdue) {}

  ReferralsPage {
    lines = List.copyOf(lines);
    plans = List.copyOf(plans);
  }
}
