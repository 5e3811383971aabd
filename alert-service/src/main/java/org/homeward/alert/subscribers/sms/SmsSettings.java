package org.homeward.alert.subscribers.sms;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.sms.*}.
 *
 * @param smsc host and port of the provider's message centre; empty: the channel is off
 * @param login the name by which the provider knows this node
 * @param passwordFile a file with the password for it
 * @param sender as recipients may see it
 * @param deadline how long the provider may take for one segment
 * @param rate segments a second
 * @param window so many segments at a time without an answer
 * @param second another provider, for what the first has not taken
 * @param codesPerHour how many codes the node sends to phones of organisations, and as many to
 *     those of volunteers
 */
@ConfigurationProperties("homeward.sms")
public record SmsSettings(
    String smsc,
    String login,
    @Nullable Path passwordFile,
    String sender,
    Duration deadline,
    int rate,
    int window,
    Second second,
    int codesPerHour) {

  private static final int MOST_A_SECOND = 1_000;

  public SmsSettings {
    check(smsc, login, passwordFile, sender, "HOMEWARD_SMSC", "HOMEWARD_SMS_SENDER");
    if (smsc.isEmpty() && second.isThere()) {
      throw new IllegalArgumentException("HOMEWARD_SMSC_SECOND needs HOMEWARD_SMSC");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("homeward.sms.deadline is not positive");
    }
    if (rate < 1 || rate > MOST_A_SECOND) {
      throw new IllegalArgumentException("homeward.sms.rate is not between 1 and 1000 a second");
    }
    if (window < 1 || codesPerHour < 1) {
      throw new IllegalArgumentException("homeward.sms.window or -.codes-per-hour is not positive");
    }
  }

  /** The same as of the first. */
  public record Second(String smsc, String login, @Nullable Path passwordFile, String sender) {

    public Second {
      check(
          smsc, login, passwordFile, sender, "HOMEWARD_SMSC_SECOND", "HOMEWARD_SMS_SENDER_SECOND");
    }

    boolean isThere() {
      return !smsc.isEmpty();
    }
  }

  private static void check(
      String smsc,
      String login,
      @Nullable Path passwordFile,
      String sender,
      String name,
      String senderName) {
    boolean noFile = passwordFile == null || passwordFile.toString().isEmpty();
    if (!smsc.isEmpty() && (login.isEmpty() || noFile || sender.isEmpty())) {
      throw new IllegalArgumentException(
          "%s needs %s_LOGIN, %s_PASSWORD_FILE and %s too".formatted(name, name, name, senderName));
    }
  }

  boolean isOn() {
    return !smsc.isEmpty();
  }
}
