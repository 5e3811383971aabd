package org.homeward.alert.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.homeward.alert.mailing.Mail;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mailing.Result;

/** Counts mails by what became of them. */
public final class CountedMailer implements Mailer, AutoCloseable {

  private final SmtpMailer mailer;
  private final MeterRegistry metrics;

  public CountedMailer(SmtpMailer mailer, MeterRegistry metrics) {
    this.mailer = mailer;
    this.metrics = metrics;
    for (Class<?> outcome : Result.class.getPermittedSubclasses()) {
      counter(outcome); // there is a number before there is a mail
    }
  }

  @Override
  public Result send(Mail mail, Instant deadline) {
    return counted(mailer.send(mail, deadline));
  }

  @Override
  public Session session() {
    Session session = mailer.session();
    return new Session() {
      @Override
      public Result send(Mail mail, Instant deadline) {
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

  private Result counted(Result result) {
    counter(result.getClass()).increment();
    return result;
  }

  private Counter counter(Class<?> outcome) {
    String name = outcome.getSimpleName().toLowerCase(Locale.ROOT);
    return metrics.counter("homeward.mails", "outcome", name);
  }
}
