package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.alert.subscribers.mail.MailResult;

/**
 * The fate of a message.
 *
 * @param ids by which the provider knows the segments that it has; none when it has not named each
 */
public record SmsResult(MailResult result, List<String> ids) {

  public SmsResult {
    requireNonNull(result, "result");
    ids = List.copyOf(ids);
  }

  /** Nothing of it is with a provider, as far as anybody knows, or it cannot be named there. */
  public static SmsResult of(MailResult result) {
    return new SmsResult(result, List.of());
  }
}
