package org.homeward.alert.subscribers.subscriptions;

import java.net.URI;
import java.util.List;
import org.homeward.alert.node.LanguageTags;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.durable.command.DerivedIds;

/** Words the mail that asks whether the owner of an address wants it. */
final class ConfirmationMail {

  private final SubscriptionLinks links;
  private final DerivedIds ids;
  private final String node;
  private final Texts texts = new Texts();

  ConfirmationMail(SubscriptionLinks links, DerivedIds ids, String node) {
    this.links = links;
    this.ids = ids;
    this.node = node;
  }

  Mail of(String id, String email, Asking asking) {
    Language language = asking.wish().language();
    String confirm = links.confirm(id, asking).toString();
    URI leave = links.leave(id);
    String messageId = ids.of("confirmation", id + "|" + asking.nonce(), 0);
    return new Mail(
        "<" + messageId + "@" + node + ".homeward.invalid>",
        email,
        texts.of(language, "mail.subject"),
        text(language, confirm),
        html(language, confirm),
        LanguageTags.of(language.code()),
        leave,
        List.of());
  }

  private String text(Language language, String confirm) {
    return texts.of(language, "mail.why")
        + "\n\n"
        + texts.of(language, "mail.do")
        + "\n"
        + confirm
        + "\n\n"
        + texts.of(language, "mail.otherwise")
        + "\n";
  }

  private String html(Language language, String confirm) {
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
            Texts.html(texts.of(language, "mail.subject")),
            Texts.html(texts.of(language, "mail.why")),
            Texts.html(texts.of(language, "mail.do")),
            Texts.html(confirm),
            Texts.html(confirm),
            Texts.html(texts.of(language, "mail.otherwise")));
  }
}
