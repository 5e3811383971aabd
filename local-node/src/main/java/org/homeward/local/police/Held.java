package org.homeward.local.police;

/**
 * The last edition of a notice that a reader has shown, without a word of content.
 *
 * @param edition counts what the desk was told of it; {@link #NO_MESSAGE} once there is none
 * @param over whether it was an end
 */
record Held(int edition, boolean over) {

  /** Nothing comes after it. */
  static final int NO_MESSAGE = Integer.MAX_VALUE;

  static final Held GONE = new Held(NO_MESSAGE, true);
}
