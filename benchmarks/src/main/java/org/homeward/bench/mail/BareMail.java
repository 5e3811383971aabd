package org.homeward.bench.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails after each other on as many connections as the service has, and nothing else. */
public final class BareMail {
  private static final int CONNECTIONS = 8;
  private static final int MAILS_EACH = 100;

  private BareMail() {}

  /** Mails a second. */
  public static double send(int port, byte[] mail, int count) {
    var properties = new Properties();
    properties.setProperty("mail.smtp.localhost", "bench.invalid");
    properties.setProperty("mail.smtp.quitwait", "false");
    var session = Session.getInstance(properties);
    var left = new AtomicInteger(count);
    long begin = System.nanoTime();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        hands.submit(
            () -> {
              while (left.get() > 0) {
                connection(session, port, mail, left);
              }
              return true;
            });
      }
    }
    return count * 1e9 / (System.nanoTime() - begin);
  }

  private static void connection(Session session, int port, byte[] mail, AtomicInteger left)
      throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect("127.0.0.1", port, null, null);
      for (int i = 0; i < MAILS_EACH; i++) {
        int number = left.getAndDecrement();
        if (number <= 0) {
          return;
        }
        var message = new MimeMessage(session, new ByteArrayInputStream(mail));
        var to = new InternetAddress("v" + number + "@bench.invalid");
        message.setRecipient(Message.RecipientType.TO, to);
        message.saveChanges();
        transport.sendMessage(message, new Address[] {to});
      }
    }
  }
}
