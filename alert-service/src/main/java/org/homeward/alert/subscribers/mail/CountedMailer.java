package org.homeward.alert.subscribers.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.homeward.alert.node.CountedAnswers;

/** Counts mails by what became of them. */
final class CountedMailer implements Mailer {

  private final Mailer mailer;
  private final CountedAnswers counts;

  CountedMailer(Mailer mailer, MeterRegistry metrics) {
    this.mailer = mailer;
    this.counts = CountedAnswers.ofOutcomes(metrics, "homeward.mails", MailResult.class);
  }

  @Override
  public MailResult send(Mail mail, Instant deadline) {
    return counted(mailer.send(mail, deadline));
  }

  @Override
  public Session session() {
    Session session = mailer.session();
    return new Session() {
      @Override
      public MailResult send(Mail mail, Instant deadline) {
        return counted(session.send(mail, deadline));
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  @Override
  public void close() {
    mailer.close();
  }

  private MailResult counted(MailResult result) {
    counts.countOutcome(result);
    return result;
  }
}
