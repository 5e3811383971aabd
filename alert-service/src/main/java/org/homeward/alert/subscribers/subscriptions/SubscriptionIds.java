package org.homeward.alert.subscribers.subscriptions;

import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.durable.command.DerivedIds;

/** The ids of subscriptions; only this node can tell which address one belongs to. */
public record SubscriptionIds(DerivedIds ids) {

  /**
   * One document for an address, a country and a side: it can't be there twice.
   *
   * @param email a good one
   */
  public String of(String email, String country, boolean exercise) {
    String mailbox = EmailAddress.mailboxOf(email);
    String side = exercise ? "exercise" : "actual";
    return ids.of("subscription", country + "|" + side + "|" + mailbox, 0);
  }
}
