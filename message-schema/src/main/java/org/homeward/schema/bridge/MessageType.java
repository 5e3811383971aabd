package org.homeward.schema.bridge;

import java.util.Optional;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Sighting;
import org.homeward.schema.bridge.bodies.Sync;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.snapshots.HandoverSide;

/** The type of a message, with its side and its body. */
public enum MessageType {
  OFFER(HandoverSide.OWNER, Offer.class, SchemaName.OFFER),
  RELEASE(HandoverSide.OWNER, Release.class, SchemaName.RELEASE),
  SYNC(HandoverSide.OWNER, Sync.class, SchemaName.SYNC),
  FREEZE(HandoverSide.OWNER, Freeze.class, SchemaName.FREEZE),
  END(HandoverSide.OWNER, End.class, SchemaName.END),
  RECALL(HandoverSide.OWNER, Recall.class, SchemaName.RECALL),
  ACKNOWLEDGED(HandoverSide.HOLDER, PartnerAnswer.class, SchemaName.PARTNER_ANSWER),
  ACCEPTED(HandoverSide.HOLDER, PartnerAnswer.class, SchemaName.PARTNER_ANSWER),
  REJECTED(HandoverSide.HOLDER, PartnerAnswer.class, SchemaName.PARTNER_ANSWER),
  COUNTERED(HandoverSide.HOLDER, PartnerAnswer.class, SchemaName.PARTNER_ANSWER),
  CHECKED(HandoverSide.HOLDER, PartnerAnswer.class, SchemaName.PARTNER_ANSWER),
  SIGHTING(HandoverSide.HOLDER, Sighting.class, SchemaName.SIGHTING),
  PROPOSAL(HandoverSide.HOLDER, Proposal.class, SchemaName.PROPOSAL),
  BRAKE(HandoverSide.HOLDER, Brake.class, SchemaName.BRAKE),
  RECEIPT(HandoverSide.HOLDER, HolderReceipt.class, SchemaName.HOLDER_RECEIPT);

  private final HandoverSide by;
  private final Class<? extends Body> body;
  private final SchemaName schema;

  MessageType(HandoverSide by, Class<? extends Body> body, SchemaName schema) {
    this.by = by;
    this.body = body;
    this.schema = schema;
  }

  public static Optional<MessageType> of(String name) {
    for (MessageType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The only side that sends it. */
  public HandoverSide by() {
    return by;
  }

  public Class<? extends Body> body() {
    return body;
  }

  SchemaName schema() {
    return schema;
  }

  /** It tells of a child, so it needs a disclosure and can be refused; else it is a signal. */
  public boolean isContent() {
    return Body.Content.class.isAssignableFrom(body);
  }

  /** A state of the owner's case: a newer one replaces the older ones of a handover. */
  public boolean isState() {
    return by == HandoverSide.OWNER && this != OFFER;
  }
}
