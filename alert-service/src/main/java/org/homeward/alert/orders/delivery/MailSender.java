package org.homeward.alert.orders.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.homeward.alert.node.LanguageTags;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.mail.Mailer;

/** Tells destinations by mail. */
final class MailSender implements Sender {

  private final Mailer mailer;
  private final Breakers breakers;

  MailSender(Mailer mailer, Breakers breakers) {
    this.mailer = mailer;
    this.breakers = breakers;
  }

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Mailbox mailbox && EmailAddress.isGood(mailbox.email());
  }

  @Override
  public boolean permits(Destination to) {
    return breakers.permits(EmailAddress.domainOf(mailbox(to).email()));
  }

  @Override
  public Session session() {
    Mailer.Session mails = mailer.session();
    return new Session() {
      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        Mail mail;
        try {
          mail = mail(message, to);
        } catch (IllegalArgumentException refused) {
          return new MailResult.Never("not-a-mail"); // as it will be each time
        }
        MailResult result = mails.send(mail, deadline);
        breakers.learn(EmailAddress.domainOf(mail.to()), result);
        return result;
      }

      @Override
      public void close() {
        mails.close();
      }
    };
  }

  /** A batch asks about those only that it {@link #serves}. */
  private static Address.Mailbox mailbox(Destination to) {
    return (Address.Mailbox) to.address();
  }

  private static Mail mail(Message message, Destination to) {
    Address.Mailbox mailbox = mailbox(to);
    return new Mail(
        message.id(),
        mailbox.email(),
        message.subject(),
        message.text(),
        html(message, mailbox.leaveLink()),
        LanguageTags.of(message.language()),
        mailbox.leaveLink(),
        message.references());
  }

  /** The same text, with its lines and the one link. */
  private static String html(Message message, URI leave) {
    String escaped = escaped(message.text());
    String link = leave.toString().replace("&", "&amp;");
    String linked = escaped.replace(link, "<a href=\"" + link + "\">" + link + "</a>");
    return "<!DOCTYPE html><html lang=\""
        + escaped(LanguageTags.of(message.language()))
        + "\"><head><meta charset=\"UTF-8\"><title>"
        + escaped(message.subject())
        + "</title></head><body><p>"
        + linked.strip().replace("\n\n", "</p><p>").replace("\n", "<br>")
        + "</p></body></html>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
