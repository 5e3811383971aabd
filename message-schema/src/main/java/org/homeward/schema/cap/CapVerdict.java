package org.homeward.schema.cap;

import org.w3c.dom.Element;

/** Whether a CAP message is what the hotline has signed. */
public sealed interface CapVerdict {

  /**
   * It is; nothing but this element was signed, so nothing else of the message may be read.
   *
   * @param alert the message without its signature, in a document of its own
   * @param kid the key that has signed it
   */
  record Genuine(Element alert, String kid) implements CapVerdict {}

  /** It is not, or nobody can tell. */
  record Refused(Reason reason, String kid) implements CapVerdict {

    Refused(Reason reason) {
      this(reason, "");
    }
  }

  /** Why a message is not believed. */
  enum Reason {
    /** It is no XML, or declares a document type. */
    NOT_XML,

    /** Its outermost element is no {@code alert} of CAP 1.2. */
    NOT_CAP,

    UNSIGNED,

    /** It has several signatures, or one in another place or form than ours. */
    OTHER_FORM,

    /** The key that it names is not among those that are believed. */
    UNKNOWN_KEY,

    /** The key did not sign this. */
    WRONG
  }
}
