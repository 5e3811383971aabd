package org.homeward.bridge.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.partners.Borders;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.disclosure.TransferTable;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Discloses facts across the border to a partner, or says what keeps them here. */
final class Crossing {

  private final Borders borders;
  private final Clock clock;

  Crossing(Borders borders, Clock clock) {
    this.borders = borders;
    this.clock = clock;
  }

  /** The grounds that hold now. */
  Set<Ground> recorded(Partner partner, @Nullable VitalInterest vital, Instant now) {
    return borders.recorded(partner, vital != null && vital.holds(now));
  }

  Disclosure disclosed(
      AuditTrail look, Subject subject, Partner partner, Set<Ground> recorded, Basis basis) {
    return disclosed(look, List.of(subject), partner, recorded, basis);
  }

  Disclosure disclosed(
      AuditTrail look, List<Subject> all, Partner partner, Set<Ground> recorded, Basis basis) {
    var recipient =
        new Recipient(
            "partner-desk", partner.country(), partner.node(), null, null, partner.exercise());
    return new Disclosures(look, borders.rules(recorded), clock)
        .of(all, Audience.PARTNER, recipient, Purpose.PARTNER_SEARCH, basis);
  }

  /** Why nothing was disclosed, as a code; empty when it was. */
  Optional<String> refusal(Disclosure disclosure, Partner partner, Set<Ground> recorded) {
    return disclosure instanceof Disclosure.Withheld(Disclosure.Reason why)
        ? Optional.of(code(why, partner, recorded))
        : Optional.empty();
  }

  private String code(Disclosure.Reason reason, Partner partner, Set<Ground> recorded) {
    return switch (reason) {
      case NOT_TO -> "kept-from-partner";
      case EXERCISE -> "exercise-and-real";
      case AUDIT_UNAVAILABLE -> "audit-unavailable";
      case TRANSFER ->
          borders.verdict(partner, recorded) instanceof TransferTable.Refused refused
              ? refused.code()
              : "transfer-blocked";
    };
  }

  /** It crosses only because one person said that a life may depend on it. */
  boolean restsOnOneWord(Partner partner, Owned owned) {
    boolean open =
        borders.verdict(partner, borders.onFile(partner.node())) instanceof TransferTable.Allowed;
    return !open && owned.offer().vital() != null && !owned.offer().vital().isConfirmed();
  }

  /** Of the one subject that was disclosed. */
  static Says facts(Disclosure disclosure) {
    if (disclosure instanceof Disclosure.Disclosed told) {
      return told.subjects().getFirst().facts();
    }
    throw new IllegalStateException("nothing may be told");
  }
}
