package org.homeward.alert.subscribers.sms;

import org.jspecify.annotations.Nullable;

/** The fate of one segment. */
sealed interface SmppAnswer {

  /**
   * The provider has it.
   *
   * @param id by which the provider knows it; null when it gave none that can be used
   */
  record Taken(@Nullable String id) implements SmppAnswer {}

  /** The provider certainly does not have it. */
  record Refused(int status) implements SmppAnswer {}

  /** It has not left this node. */
  record NotSent(String reason) implements SmppAnswer {}

  /** Nobody knows. */
  record Lost(String reason) implements SmppAnswer {}
}
