package org.homeward.local.command;

/** Arguments that a command does not take; the message says what it does take. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongUse(String message) {
    super(message);
  }
}
