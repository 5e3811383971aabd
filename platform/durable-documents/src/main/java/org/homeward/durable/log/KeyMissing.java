package org.homeward.durable.log;

/** A sealed log takes nothing: its key is missing or cannot be read. */
public final class KeyMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyMissing(String why) {
    super(why);
  }
}
