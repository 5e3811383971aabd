package org.homeward.bridge.handovers.dialogue;

import java.time.Instant;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.snapshots.HandedSighting;
import org.jspecify.annotations.Nullable;

/**
 * A queued message of a holder to the owner.
 *
 * @param body as it will go; null for a sighting, whose way out is a disclosure when it goes
 * @param sighting with the child ids of the handover
 * @param basis on which the sighting is told
 * @param withdraws the id of an earlier sighting that the owner is to forget
 */
public record Reply(
    String id,
    MessageType type,
    Instant at,
    @Nullable String body,
    @Nullable HandedSighting sighting,
    @Nullable Basis basis,
    @Nullable String withdraws) {

  public static Reply signal(String id, MessageType type, Instant at, String body) {
    return new Reply(id, type, at, body, null, null, null);
  }

  public static Reply withdrawal(String id, Instant at, String body, String sighting) {
    return new Reply(id, MessageType.PROPOSAL, at, body, null, null, sighting);
  }

  public static Reply sighting(HandedSighting sighting, Basis basis) {
    return new Reply(
        sighting.id(), MessageType.SIGHTING, sighting.at(), null, sighting, basis, null);
  }

  boolean isUrgent() {
    return type == MessageType.BRAKE;
  }

  @Override
  public String toString() {
    return "Reply[" + type + "]";
  }
}
