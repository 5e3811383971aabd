package org.homeward.alert.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.mail.*}.
 *
 * @param smtp host and port of the relay; encrypted unless it is on this machine
 * @param from whom mails come from
 * @param deadline how long the relay may take for one mail
 */
@ConfigurationProperties("homeward.mail")
public record MailSettings(String smtp, String from, Duration deadline) {

  public MailSettings {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("homeward.mail.deadline is not positive");
    }
  }
}
