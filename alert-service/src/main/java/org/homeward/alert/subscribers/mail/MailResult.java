package org.homeward.alert.subscribers.mail;

import java.time.Duration;

/**
 * The result of a sending. Reasons are codes of ours with the server's status at most, as {@code
 * rcpt-550}; never its words, which quote addresses.
 */
public sealed interface MailResult {

  /** The provider has taken it. */
  record Accepted(String provider) implements MailResult {}

  /**
   * Certainly not accepted: it may be sent again.
   *
   * @param after not before so long
   */
  record Later(Duration after, String reason) implements MailResult {}

  /** Not accepted, and a repetition would not be either. */
  record Never(String reason) implements MailResult {}

  /** It may have been accepted: it counts as received, and may come twice when repeated. */
  record Unknown(String provider, String reason) implements MailResult {}
}
