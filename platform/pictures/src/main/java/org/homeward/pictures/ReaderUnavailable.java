package org.homeward.pictures;

/** The reader has failed, not the picture: the same picture may be read later. */
public final class ReaderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReaderUnavailable(String message) {
    super(message);
  }

  public ReaderUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
