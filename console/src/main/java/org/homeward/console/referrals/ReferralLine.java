package org.homeward.console.referrals;

/**
 * One referral of a list, in words; nothing of the person.
 *
 * @param due until when the next step has to be done
 * @param owner who sees to it
 */
record ReferralLine(
    String id,
    String file,
    String reference,
    String service,
    String provider,
    String stage,
    String due,
    boolean overdue,
    String owner,
    boolean exercise) {}
