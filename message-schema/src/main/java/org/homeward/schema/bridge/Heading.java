package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.snapshots.HandoverSide;
import org.jspecify.annotations.Nullable;

/** The part of a message that a receipt needs; every version of the protocol has it. */
public record Heading(
    String from,
    String to,
    String handover,
    HandoverSide direction,
    long incarnation,
    long seq,
    @Nullable String prev,
    Instant createdAt) {

  public Heading {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(handover, "handover");
    requireNonNull(direction, "direction");
    requireNonNull(createdAt, "createdAt");
  }

  public static Heading of(Message message) {
    return new Heading(
        message.from(),
        message.to(),
        message.handover(),
        message.direction(),
        message.incarnation(),
        message.seq(),
        message.prev(),
        message.createdAt());
  }
}
