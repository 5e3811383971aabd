package org.homeward.alert.subscribers.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.mail.*}.
 *
 * @param smtp host and port of the relay; encrypted unless it is on this machine
 * @param from whom mails come from
 * @param deadline how long the relay may take for one mail
 * @param claim how long a process keeps a slice that it has not begun to send
 * @param confirmationsPerMinute how many mails the node sends that ask to confirm
 * @param confirmationsPerHour the same in an hour
 */
@ConfigurationProperties("homeward.mail")
public record MailSettings(
    String smtp,
    String from,
    Duration deadline,
    Duration claim,
    int confirmationsPerMinute,
    int confirmationsPerHour) {

  public MailSettings {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("homeward.mail.deadline is not positive");
    }
    if (claim.isNegative() || claim.isZero()) {
      throw new IllegalArgumentException("homeward.mail.claim is not positive");
    }
    if (confirmationsPerMinute < 1 || confirmationsPerHour < confirmationsPerMinute) {
      throw new IllegalArgumentException(
          "homeward.mail.confirmations-per-minute is not positive, or more than -per-hour");
    }
  }
}
