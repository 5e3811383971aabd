package org.homeward.alert.subscribers.mail;

import java.time.Instant;

/** Hands mails over for delivery. */
@FunctionalInterface
public interface Mailer extends AutoCloseable {

  /** Hands over one mail. It never throws for what the other side does, and answers in time. */
  MailResult send(Mail mail, Instant deadline);

  /**
   * For many mails after each other on few connections. The result of one mail says nothing about
   * the next; close it after the batch. For one thread.
   */
  default Session session() {
    return this::send;
  }

  @Override
  default void close() {}

  /** Mails after each other. */
  @FunctionalInterface
  interface Session extends AutoCloseable {

    MailResult send(Mail mail, Instant deadline);

    @Override
    default void close() {}
  }
}
