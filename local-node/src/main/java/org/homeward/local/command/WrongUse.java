package org.homeward.local.command;

/** A command got wrong arguments; the message says which ones it takes. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongUse(String message) {
    super(message);
  }
}
