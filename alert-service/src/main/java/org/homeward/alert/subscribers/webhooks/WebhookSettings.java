package org.homeward.alert.subscribers.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.demo} and {@code homeward.webhooks.*}.
 *
 * @param demo whether this node runs on one machine for a demo
 */
@ConfigurationProperties("homeward")
record WebhookSettings(boolean demo, Sending webhooks) {

  WebhookSettings {
    if (webhooks.loopback() && !demo) {
      throw new IllegalArgumentException(
          "HOMEWARD_WEBHOOKS_LOOPBACK is for HOMEWARD_DEMO=true only");
    }
  }

  /**
   * How messages are sent.
   *
   * @param loopback webhooks may be systems on this machine, and without encryption
   * @param connect how long a connection may take to stand
   * @param deadline how long a system may take for its whole answer
   * @param places messages at a time, of this process
   * @param rate messages to one webhook in a minute, of this process; ends go all the same
   */
  record Sending(boolean loopback, Duration connect, Duration deadline, int places, int rate) {

    Sending {
      if (connect.isNegative() || connect.isZero() || deadline.compareTo(connect) < 0) {
        throw new IllegalArgumentException(
            "homeward.webhooks.connect is not positive, or longer than homeward.webhooks.deadline");
      }
      if (places < 1) {
        throw new IllegalArgumentException("homeward.webhooks.places is not positive");
      }
      if (rate < 1) {
        throw new IllegalArgumentException("homeward.webhooks.rate is not positive");
      }
    }
  }
}
