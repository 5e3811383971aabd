package org.homeward.intake.config;

/** The service cannot start; the message says what to do. */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
