package org.homeward.alert.subscribers.sms;

/** The fate of one segment. */
sealed interface SmppAnswer {

  /**
   * The provider has it.
   *
   * @param id by which the provider knows it
   */
  record Taken(String id) implements SmppAnswer {}

  /** The provider certainly does not have it. */
  record Refused(int status) implements SmppAnswer {}

  /** It has not left this node. */
  record NotSent(String reason) implements SmppAnswer {}

  /** Nobody knows. */
  record Lost(String reason) implements SmppAnswer {}
}
