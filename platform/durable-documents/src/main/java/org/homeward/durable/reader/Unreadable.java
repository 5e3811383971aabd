package org.homeward.durable.reader;

/** A record that will never be readable; the reason is a code without content. */
public final class Unreadable extends Exception {

  private final String reason;

  public Unreadable(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
