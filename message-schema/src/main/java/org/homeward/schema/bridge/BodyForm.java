package org.homeward.schema.bridge;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The content of a body.
 *
 * @param said null for content that was withheld
 * @param isBare a signal whose words could not be read: {@code said} is the least its type can mean
 */
record BodyForm(@Nullable Body said, int unknownFields, boolean isBare) {

  /**
   * The signed type of a signal counts even if its body cannot be read.
   *
   * @throws Malformed for content only
   * @throws Invalid for content only
   */
  static BodyForm read(Message message, byte @Nullable [] body) {
    if (message.type().isContent()) {
      return body == null ? new BodyForm(null, 0, false) : read(message.type(), body);
    }
    try {
      return body == null ? bareForm(message) : read(message.type(), body);
    } catch (Malformed | Invalid e) {
      return bareForm(message);
    }
  }

  static BodyForm read(MessageType type, byte[] body) {
    Tolerant known = Tolerant.read(type.schema(), StrictJson.read(body));
    return new BodyForm(Binding.bind(type.body(), known.json()), known.unknownFields(), false);
  }

  private static BodyForm bareForm(Message message) {
    return new BodyForm(bare(message), 0, true);
  }

  /** The least that a signal of this type says. */
  private static Body bare(Message message) {
    Instant at = message.createdAt();
    return switch (message.type()) {
      case FREEZE -> new Freeze(at);
      case END -> new End(at);
      case RECALL -> new Recall(Code.of(RecallReason.OTHER), at);
      case ACKNOWLEDGED, ACCEPTED, REJECTED, COUNTERED, CHECKED -> PartnerAnswer.of("unknown", at);
      case PROPOSAL -> new Proposal(Code.of(ProposalKind.OTHER), at);
      case BRAKE -> new Brake(Code.of(BrakeReason.OTHER), null, at);
      case RECEIPT ->
          new HolderReceipt(
              ErasureResult.REFUSED, null, Code.of(RecallReason.OTHER), at, List.of(), List.of());
      case OFFER, RELEASE, SYNC, SIGHTING -> throw new IllegalStateException("no signal");
    };
  }
}
