package org.homeward.alert.subscribers.preferences;

import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.subscriptions.Language;
import org.homeward.alert.subscribers.subscriptions.LinkMail;
import org.homeward.alert.subscribers.subscriptions.SubscriptionLinks;
import org.homeward.durable.command.DerivedIds;

/** Words the mail with the link to the page of preferences. */
final class PreferenceMail {

  private final SubscriptionLinks links;
  private final LinkMail words;

  PreferenceMail(SubscriptionLinks links, DerivedIds ids, String node) {
    this.links = links;
    this.words = new LinkMail("preferences", "preferences", ids, node);
  }

  Mail of(String id, String email, Language language, String nonce) {
    return words.of(id, nonce, email, language, links.preferences(id, nonce), links.leave(id));
  }
}
