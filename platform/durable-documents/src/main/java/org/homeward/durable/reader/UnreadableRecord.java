package org.homeward.durable.reader;

/** Carries {@link Unreadable}'s reason through the listener container, which throws unchecked. */
final class UnreadableRecord extends RuntimeException {

  private final String reason;

  UnreadableRecord(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
