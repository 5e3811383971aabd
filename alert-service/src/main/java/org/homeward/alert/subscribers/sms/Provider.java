package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import org.homeward.alert.subscribers.mail.MailResult;

/**
 * A provider of text messages.
 *
 * @param name as results and metrics call it
 */
record Provider(String name, ShortMessages messages) {

  static final String SECOND = "sms-2";

  Provider {
    requireNonNull(name, "name");
    requireNonNull(messages, "messages");
  }

  SmsResult named(SmsResult sent) {
    return switch (sent.result()) {
      case MailResult.Accepted _ -> new SmsResult(new MailResult.Accepted(name), sent.ids());
      case MailResult.Unknown(var _, String reason) ->
          new SmsResult(new MailResult.Unknown(name, reason), sent.ids());
      case MailResult.Later _, MailResult.Never _ -> sent;
    };
  }
}
