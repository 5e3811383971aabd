package org.homeward.bridge.handovers;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.durable.document.DerivedIds;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** Begins handovers of partners' cases; such a case has an id of this node. */
public final class Offers {

  private final DerivedIds ids;

  Offers(DerivedIds ids) {
    this.ids = ids;
  }

  /**
   * @param offer null when it was void before it came
   */
  public Decided.Becomes<Held> begin(
      String handover, String partner, boolean exercise, @Nullable Offer offer, Exchange exchange) {
    Held begun = Held.offered(partner, caseId(handover), exercise, offer).with(exchange);
    ChangeType change = offer == null ? ChangeType.HANDOVER_REVOKED : ChangeType.HANDOVER_OFFERED;
    return new Decided.Becomes<>(begun, List.of(change), true, false);
  }

  /** Under which the case would be known here. */
  String caseId(String handover) {
    return ids.of("case", handover, 0);
  }
}
