package org.homeward.alert.subscribers.preferences;

import java.util.List;
import org.homeward.alert.node.LanguageTags;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.subscriptions.Language;
import org.homeward.alert.subscribers.subscriptions.SubscriptionLinks;
import org.homeward.alert.subscribers.subscriptions.Texts;
import org.homeward.durable.command.DerivedIds;

/** Words the mail with the link to the page of preferences. */
final class PreferenceMail {

  private final SubscriptionLinks links;
  private final DerivedIds ids;
  private final String node;
  private final Texts texts = new Texts();

  PreferenceMail(SubscriptionLinks links, DerivedIds ids, String node) {
    this.links = links;
    this.ids = ids;
    this.node = node;
  }

  Mail of(String id, String email, Language language, String nonce) {
    String link = links.preferences(id, nonce).toString();
    String messageId = ids.of("preferences", id + "|" + nonce, 0);
    return new Mail(
        "<" + messageId + "@" + node + ".homeward.invalid>",
        email,
        texts.of(language, "preferences.subject"),
        text(language, link),
        html(language, link),
        LanguageTags.of(language.code()),
        links.leave(id),
        List.of());
  }

  private String text(Language language, String link) {
    return texts.of(language, "preferences.why")
        + "\n\n"
        + texts.of(language, "preferences.do")
        + "\n"
        + link
        + "\n\n"
        + texts.of(language, "preferences.otherwise")
        + "\n";
  }

  private String html(Language language, String link) {
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="UTF-8"><title>%s</title></head><body>
        <p>%s</p>
        <p>%s<br><a href="%s">%s</a></p>
        <p>%s</p>
        </body></html>
        """
        .formatted(
            LanguageTags.of(language.code()),
            Texts.html(texts.of(language, "preferences.subject")),
            Texts.html(texts.of(language, "preferences.why")),
            Texts.html(texts.of(language, "preferences.do")),
            Texts.html(link),
            Texts.html(link),
            Texts.html(texts.of(language, "preferences.otherwise")));
  }
}
