package org.homeward.schema.bridge;

import java.util.Locale;

/**
 * The reason why a request is refused without a receipt: it is no partner's message, or may come
 * again unchanged. Nothing is stored but an audit entry.
 */
public enum TransportRefusal {
  TOO_LARGE(413),
  NOT_JOSE(400),
  WRONG_ALGORITHM(400),
  KEY_NOT_KNOWN(400),
  CANNOT_BE_OPENED(400),
  BAD_SIGNATURE(400),
  UNREADABLE(400),
  SENDER_NOT_KNOWN(400),
  WRONG_RECIPIENT(400),
  BODY_MISMATCH(400),
  /** Content sealed more than five minutes ago, or ahead: seal it again. */
  SKEWED(409),
  /** A message before this one is missing: send that first. */
  OUT_OF_ORDER(409);

  private final int status;

  TransportRefusal(int status) {
    this.status = status;
  }

  /** The status of the answer, which is problem+json. */
  public int status() {
    return status;
  }

  /** The last part of the problem's type, such as {@code bad-signature}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
