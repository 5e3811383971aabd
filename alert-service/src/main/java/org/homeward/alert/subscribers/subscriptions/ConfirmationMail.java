package org.homeward.alert.subscribers.subscriptions;

import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.durable.command.DerivedIds;

/** Words the mail that asks whether the owner of an address wants it. */
final class ConfirmationMail {

  private final SubscriptionLinks links;
  private final LinkMail words;

  ConfirmationMail(SubscriptionLinks links, DerivedIds ids, String node) {
    this.links = links;
    this.words = new LinkMail("confirmation", "mail", ids, node);
  }

  Mail of(String id, String email, Asking asking) {
    return words.of(
        id,
        asking.nonce(),
        email,
        asking.wish().language(),
        links.confirm(id, asking),
        links.leave(id));
  }
}
