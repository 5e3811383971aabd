package org.homeward.alert.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.homeward.alert.mailing.Mail;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mailing.Result;
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
  public Result send(Mail mail, Instant deadline) {
    StableMessage message;
    try {
      message = StableMessage.of(mail, server.from(), clock.instant(), settings);
    } catch (MessagingException notWritable) {
      return new Result.Never("mime");
    }
    // The clock says how much time there is; how it passes is the machine's business.
    long end = System.nanoTime() + Duration.between(clock.instant(), deadline).toNanos();
    boolean reused = usable() != null;
    Dialogue dialogue = attempt(message, end);
    if (dialogue != null && reused && connection == null && neverBegan(dialogue)) {
      dialogue = attempt(message, end);
    }
    return dialogue == null
        ? new Result.Later(Duration.ofSeconds(1), "no-time")
        : Verdicts.of(dialogue.step(), dialogue.answer(), server.provider());
  }

  /** A connection that lay idle may have been ended by the server; this mail was not heard. */
  private static boolean neverBegan(Dialogue dialogue) {
    return dialogue.step() == Dialogue.Step.MAIL && dialogue.answer() <= 0;
  }

  private @Nullable Dialogue attempt(StableMessage message, long end) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (!left.isPositive()) {
      return null;
    }
    SmtpConnection used = usable();
    if (used == null) {
      used = new SmtpConnection(server, settings, watch);
      connection = used;
    }
    Dialogue dialogue = used.send(message, left);
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
