package org.homeward.alert.subscribers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Mails after each other, on as few connections as the server's answers allow. */
final class SmtpSession implements Mailer.Session {

  /** Servers end long connections on their own; better between two mails. */
  private static final int MAILS_EACH = 100;

  private final SmtpServer server;
  private final Session settings;
  private final ScheduledExecutorService watch;
  private final Clock clock;
  private @Nullable SmtpConnection connection;

  SmtpSession(SmtpServer server, Session settings, ScheduledExecutorService watch, Clock clock) {
    this.server = server;
    this.settings = settings;
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public MailResult send(Mail mail, Instant deadline) {
    SmtpMessage message;
    try {
      message = SmtpMessage.of(mail, server.from(), clock.instant(), settings);
    } catch (MessagingException notWritable) {
      return new MailResult.Never("mime");
    }
    // The clock says how much time there is; how it passes is the machine's business.
    long end = System.nanoTime() + Duration.between(clock.instant(), deadline).toNanos();
    boolean reused = usable() != null;
    SmtpDialogue dialogue = attempt(message, end);
    if (dialogue != null && reused && connection == null && neverBegan(dialogue)) {
      dialogue = attempt(message, end);
    }
    return dialogue == null
        ? new MailResult.Later(Duration.ofSeconds(1), "no-time")
        : SmtpVerdicts.of(dialogue.step(), dialogue.answer(), server.provider());
  }

  /** A connection that lay idle may have been ended by the server; this mail was not heard. */
  private static boolean neverBegan(SmtpDialogue dialogue) {
    return dialogue.step() == SmtpDialogue.Step.MAIL && dialogue.answer() <= 0;
  }

  private @Nullable SmtpDialogue attempt(SmtpMessage message, long end) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (!left.isPositive()) {
      return null;
    }
    SmtpConnection used = usable();
    if (used == null) {
      used = new SmtpConnection(server, settings, watch);
      connection = used;
    }
    SmtpDialogue dialogue = used.send(message, left);
    if (!used.isUsable() || used.mails() >= MAILS_EACH) {
      close();
    }
    return dialogue;
  }

  private @Nullable SmtpConnection usable() {
    return connection != null && connection.isUsable() ? connection : null;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
