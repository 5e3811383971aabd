package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.HandoverSide;
import org.jspecify.annotations.Nullable;

/**
 * The payload that is signed once: sender, order and the body's hash.
 *
 * @param v of this form; 1
 * @param handover id chosen by the owner, the same on both sides
 * @param direction the side that says it
 * @param incarnation of the sender's store; raised by a restore
 * @param seq rises by one within handover, direction and incarnation; the first is 1, or
 *     incarnation · 2³²
 * @param prev hash of the payload before this one in the same direction; absent for the first
 * @param schema major version of the body
 * @param body hash of the exact bytes of the body, where there is one
 */
public record Message(
    int v,
    String from,
    String to,
    String handover,
    HandoverSide direction,
    long incarnation,
    long seq,
    @Nullable String prev,
    Instant createdAt,
    MessageType type,
    int schema,
    MessageStatus status,
    @Nullable String body) {

  public static final int VERSION = 1;
  public static final int SCHEMA = 1;

  public Message {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(handover, "handover");
    requireNonNull(direction, "direction");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(type, "type");
    requireNonNull(status, "status");
    if (from.equals(to) || (prev != null && seq == 1)) {
      throw new IllegalArgumentException(
          "it goes to another node, and nothing is before the first");
    }
  }
}
