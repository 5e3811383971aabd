package org.homeward.bridge.handovers.dialogue;

import java.util.List;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/** A person's request to a partner, and the basis for telling it. */
public record HandoverWish(
    OfferReason reason, List<Ask> asks, Purpose purpose, Basis basis, Urgency urgency, String by) {

  public HandoverWish {
    asks = asks == null ? List.of() : List.copyOf(asks);
  }
}
