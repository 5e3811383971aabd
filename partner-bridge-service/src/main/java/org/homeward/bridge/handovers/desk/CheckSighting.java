package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.TransferTable;

/** Tells a person at once whether the gate would let a sighting pass. */
final class CheckSighting {

  private final Partners partners;
  private final Borders borders;
  private final Clock clock;

  CheckSighting(Partners partners, Borders borders, Clock clock) {
    this.partners = partners;
    this.borders = borders;
    this.clock = clock;
  }

  /** The reasons against it; empty when there are none. */
  Optional<OfferCase.CaseOffered.Refused> against(Held held) {
    Partner partner = partners.find(held.partner()).orElse(null);
    if (partner == null) {
      return because(OfferCase.Refusal.PARTNER_UNKNOWN, Set.of());
    }
    if (partners.isExpired(clock.instant())) {
      return because(OfferCase.Refusal.REGISTRY_EXPIRED, Set.of());
    }
    VitalInterest vital = held.shown().vital();
    Set<Ground> recorded = borders.recorded(partner, vital != null && vital.holds(clock.instant()));
    return borders.verdict(partner, recorded) instanceof TransferTable.Refused(var missing)
        ? because(
            missing.isEmpty()
                ? OfferCase.Refusal.TRANSFER_BLOCKED
                : OfferCase.Refusal.TRANSFER_NEEDS_GROUND,
            missing)
        : Optional.empty();
  }

  private static Optional<OfferCase.CaseOffered.Refused> because(
      OfferCase.Refusal why, Set<Ground> missing) {
    return Optional.of(new OfferCase.CaseOffered.Refused(why, missing));
  }
}
