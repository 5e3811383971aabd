package org.homeward.alert.subscribers.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;

/** Counts mails by what became of them. */
final class CountedMailer implements Mailer {

  private final Mailer mailer;
  private final MeterRegistry metrics;

  CountedMailer(Mailer mailer, MeterRegistry metrics) {
    this.mailer = mailer;
    this.metrics = metrics;
    for (Class<?> outcome : MailResult.class.getPermittedSubclasses()) {
      counter(outcome); // there is a number before there is a mail
    }
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
    counter(result.getClass()).increment();
    return result;
  }

  private Counter counter(Class<?> outcome) {
    String name = outcome.getSimpleName().toLowerCase(Locale.ROOT);
    return metrics.counter("homeward.mails", "outcome", name);
  }
}
