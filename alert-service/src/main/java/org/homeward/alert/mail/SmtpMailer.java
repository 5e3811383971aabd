package org.homeward.alert.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.homeward.alert.mailing.Mail;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mailing.Result;

/** Hands mails to the node's SMTP relay. */
public final class SmtpMailer implements Mailer, AutoCloseable {

  private final SmtpServer server;
  private final jakarta.mail.Session settings;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor watch;

  public SmtpMailer(SmtpServer server, Clock clock) {
    this.server = server;
    this.settings = server.session();
    this.clock = clock;
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("mail deadlines").daemon().unstarted(task));
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Result send(Mail mail, Instant deadline) {
    try (Session session = session()) {
      return session.send(mail, deadline);
    }
  }

  @Override
  public Session session() {
    return new SmtpSession(server, settings, watch, clock);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
