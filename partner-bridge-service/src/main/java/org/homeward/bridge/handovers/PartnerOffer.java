package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.schema.bridge.bodies.Offer;
import org.jspecify.annotations.Nullable;

/**
 * A partner's offer, as its holder keeps it while it may come to something.
 *
 * @param frozen by the owner
 * @param vital a person's word that a life may depend on what is told to the owner
 */
record PartnerOffer(Offer offer, boolean frozen, @Nullable VitalInterest vital) {

  public PartnerOffer {
    requireNonNull(offer, "offer");
  }

  PartnerOffer withFreeze(boolean next) {
    return new PartnerOffer(offer, next, vital);
  }

  PartnerOffer with(VitalInterest said) {
    return new PartnerOffer(offer, frozen, said);
  }

  @Override
  public String toString() {
    return "PartnerOffer[redacted]";
  }
}
