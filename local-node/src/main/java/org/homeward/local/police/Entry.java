package org.homeward.local.police;

import org.homeward.schema.cap.CapVerdict;

/** An entry of the feed, as far as it may be believed. */
sealed interface Entry {

  /** The id of the notice. */
  String notice();

  /** CAP's {@code msgType}. */
  enum Kind {
    ALERT,
    UPDATE,
    CANCEL
  }

  /**
   * A message that the hotline has signed; nothing here comes from anywhere else.
   *
   * @param edition counts what the desk was told of this notice
   * @param text the description, in the first language of the message
   * @param warning the instruction; empty without one
   * @param note why a Cancel came, or that it is an exercise; empty without one
   * @param kid the key that signed it
   */
  record Message(
      String notice,
      int edition,
      Kind kind,
      boolean exercise,
      String sent,
      String headline,
      String text,
      String warning,
      String note,
      String kid)
      implements Entry {

    Held held() {
      return new Held(edition, kind == Kind.CANCEL);
    }

    @Override
    public String toString() {
      return "Message[" + notice + "." + edition + "]";
    }
  }

  /** There is no message of it any more, so nothing is signed: it is over. */
  record Stone(String notice, String title) implements Entry {}

  /** It came, and may not be believed. */
  record Doubtful(String notice, CapVerdict.Reason reason, String kid) implements Entry {}
}
