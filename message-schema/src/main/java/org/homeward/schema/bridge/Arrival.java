package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.partners.Partner;
import org.jspecify.annotations.Nullable;

/** The outcome of opening a request to the bridge. */
public sealed interface Arrival {

  /**
   * A message of a partner; the handover decides whether it is in order and on time.
   *
   * @param body exact bytes, whose hash is in the message; null where withheld or there is none
   * @param said the body's meaning; null for content whose body was withheld
   * @param unknownFields how many fields of a newer program were ignored
   * @param isBare a signal whose words could not be read; its type counts all the same
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Taken(
      Partner partner,
      Message message,
      SignedMessage signed,
      byte @Nullable [] body,
      @Nullable Body said,
      Instant sentAt,
      int unknownFields,
      boolean isBare)
      implements Arrival {

    public Taken {
      requireNonNull(message, "message");
    }

    /** The sender has overtaken it with a newer state; the answer is SUPERSEDED. */
    public boolean isWithheld() {
      return said == null;
    }

    @Override
    public String toString() {
      return "Taken[" + signed.hash() + "]";
    }
  }

  /** A partner's payload that gets a signed refusal; it uses up its seq. */
  record Refused(Partner partner, Heading heading, SignedMessage signed, Cause cause)
      implements Arrival {}

  /** No receipt for this: a problem, an audit entry, nothing stored. */
  record Unanswered(TransportRefusal why) implements Arrival {}
}
