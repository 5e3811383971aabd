package org.homeward.alert.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.mail.*}.
 *
 * @param smtp host and port of the relay; encrypted unless it is on this machine
 * @param from whom mails come from
 * @param deadline how long the relay may take for one mail
 * @param claim how long a process keeps a slice that it has not begun to send
 */
@ConfigurationProperties("homeward.mail")
public record MailSettings(String smtp, String from, Duration deadline, Duration claim) {

  public MailSettings {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("homeward.mail.deadline is not positive");
    }
    if (claim.isNegative() || claim.isZero()) {
      throw new IllegalArgumentException("homeward.mail.claim is not positive");
    }
  }
}
