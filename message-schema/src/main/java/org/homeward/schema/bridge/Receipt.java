package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a message, signed, stored, and the same for every repeat.
 *
 * @param from the node that answers
 * @param to the node that sent the message
 * @param direction of the message
 * @param seq of the message
 * @param payload hash of the message's payload
 * @param cause of a refusal
 */
public record Receipt(
    int v,
    String from,
    String to,
    String handover,
    HandoverSide direction,
    long seq,
    String payload,
    ReceiptResult result,
    @Nullable Code<Cause> cause,
    Instant at) {

  public Receipt {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(handover, "handover");
    requireNonNull(direction, "direction");
    requireNonNull(payload, "payload");
    requireNonNull(result, "result");
    requireNonNull(at, "at");
    if ((result == ReceiptResult.REFUSED) != (cause != null)) {
      throw new IllegalArgumentException("a refusal has a cause, and nothing else has");
    }
  }

  /** The answer of the message's addressee. */
  public static Receipt to(
      Heading message, String payload, ReceiptResult result, @Nullable Cause cause, Instant at) {
    return new Receipt(
        Message.VERSION,
        message.to(),
        message.from(),
        message.handover(),
        message.direction(),
        message.seq(),
        payload,
        result,
        cause == null ? null : Code.of(cause),
        at);
  }

  boolean answers(Heading message, String payloadHash) {
    return from.equals(message.to())
        && to.equals(message.from())
        && handover.equals(message.handover())
        && direction == message.direction()
        && seq == message.seq()
        && payload.equals(payloadHash);
  }
}
