package org.homeward.alert.subscribers.subscriptions;

import java.net.URI;
import java.util.List;
import org.homeward.alert.node.LanguageTags;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.durable.command.DerivedIds;

/** Words the mails that bring the owner of an address one link to press. */
public final class LinkMail {

  private final String kind;
  private final String words;
  private final DerivedIds ids;
  private final String node;
  private final Texts texts = new Texts();

  /**
   * @param kind keeps the ids of these mails apart from those of others
   * @param words of the subject, the reason, the link and what to do otherwise begin with this key
   */
  public LinkMail(String kind, String words, DerivedIds ids, String node) {
    this.kind = kind;
    this.words = words;
    this.ids = ids;
    this.node = node;
  }

  /**
   * @param once tells two mails to one subscription apart
   */
  public Mail of(
      String subscription, String once, String email, Language language, URI link, URI leave) {
    String messageId = ids.of(kind, subscription + "|" + once, 0);
    return new Mail(
        "<" + messageId + "@" + node + ".homeward.invalid>",
        email,
        say(language, "subject"),
        text(language, link.toString()),
        html(language, Texts.html(link.toString())),
        LanguageTags.of(language.code()),
        leave,
        List.of());
  }

  private String say(Language language, String part) {
    return texts.of(language, words + "." + part);
  }

  private String text(Language language, String link) {
    return say(language, "why")
        + "\n\n"
        + say(language, "do")
        + "\n"
        + link
        + "\n\n"
        + say(language, "otherwise")
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
            Texts.html(say(language, "subject")),
            Texts.html(say(language, "why")),
            Texts.html(say(language, "do")),
            link,
            link,
            Texts.html(say(language, "otherwise")));
  }
}
