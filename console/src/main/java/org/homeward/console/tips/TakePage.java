package org.homeward.console.tips;

import java.util.List;

/**
 * The form for a tip of somebody who calls.
 *
 * @param key the Idempotency-Key of the form
 * @param wrong what is wrong with all of it, in words; empty when nothing is
 */
record TakePage(TypedTip form, String key, String wrong) {

  static final List<String> CHANNELS =
      List.of("PHONE", "SMS", "CHAT", "EMAIL", "SOCIAL", "POLICE", "PARTNER");

  @Override
  public String toString() {
    return "TakePage[redacted]";
  }
}
