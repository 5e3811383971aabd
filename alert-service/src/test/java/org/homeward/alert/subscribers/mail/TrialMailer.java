package org.homeward.alert.subscribers.mail;

import java.time.Clock;

/** Mailers for tests of other rooms. */
public final class TrialMailer {

  private TrialMailer() {}

  public static Mailer to(String relay, Clock clock) {
    return new SmtpMailer(new SmtpServer(relay, "Notices <notices@rs.homeward.invalid>"), clock);
  }
}
