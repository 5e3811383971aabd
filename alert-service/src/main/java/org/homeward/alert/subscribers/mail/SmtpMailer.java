package org.homeward.alert.subscribers.mail;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Hands mails to the node's SMTP relay. */
final class SmtpMailer implements Mailer {

  private final SmtpServer server;
  private final jakarta.mail.Session settings;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor watch;

  SmtpMailer(SmtpServer server, Clock clock) {
    this.server = server;
    this.settings = server.session();
    this.clock = clock;
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("mail deadlines").daemon().unstarted(task));
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public MailResult send(Mail mail, Instant deadline) {
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
