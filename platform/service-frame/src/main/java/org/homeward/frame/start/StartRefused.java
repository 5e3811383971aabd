package org.homeward.frame.start;

/** The service cannot start; the message says what to do. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
