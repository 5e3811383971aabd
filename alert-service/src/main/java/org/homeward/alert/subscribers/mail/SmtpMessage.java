package org.homeward.alert.subscribers.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/** A mail in MIME whose Message-ID stays what it was given. */
final class SmtpMessage extends MimeMessage {

  private static final String UTF_8 = "UTF-8";

  private final String messageId;

  private SmtpMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static SmtpMessage of(Mail mail, InternetAddress from, Instant now, Session session)
      throws MessagingException {
    var message = new SmtpMessage(session, mail.messageId());
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", mail.language());
    if (mail.leaveLink() != null) {
      message.setHeader("List-Unsubscribe", "<" + mail.leaveLink() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (!mail.references().isEmpty()) {
      message.setHeader("In-Reply-To", mail.references().getLast());
      message.setHeader("References", String.join("\r\n ", mail.references()));
    }
    message.setContent(new MimeMultipart("alternative", plain(mail), html(mail)));
    message.saveChanges();
    return message;
  }

  /** Its only recipient. */
  Address recipient() throws MessagingException {
    return getAllRecipients()[0];
  }

  private static MimeBodyPart plain(Mail mail) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(mail.text(), UTF_8);
    return part;
  }

  private static MimeBodyPart html(Mail mail) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(mail.html(), UTF_8, "html");
    return part;
  }

  /** The library would make a new one, and a repetition would look like another mail. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId); // upholds 2
  }
}
