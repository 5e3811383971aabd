package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.values.Code;

/**
 * All that a partner learns before it has agreed to anything: coarse, without a name.
 *
 * @param homeCountry ISO 3166-1 alpha-2
 * @param sis whether the child is in the Schengen Information System
 * @param interpol whether a yellow notice is out
 * @param languages BCP 47, spoken by the children
 * @param files how many files there are
 * @param leaseDays for how long the partner would hold the case, unless renewed
 */
public record Offer(
    String homeCountry,
    List<Code<AgeBand>> ageBands,
    Urgency urgency,
    Code<OfferReason> reason,
    List<Code<Ask>> asks,
    Known policeInformed,
    Known sis,
    Known interpol,
    List<String> languages,
    int files,
    Instant answerBy,
    int leaseDays)
    implements Body.Content {

  public Offer {
    requireNonNull(homeCountry, "homeCountry");
    requireNonNull(urgency, "urgency");
    requireNonNull(reason, "reason");
    requireNonNull(policeInformed, "policeInformed");
    requireNonNull(sis, "sis");
    requireNonNull(interpol, "interpol");
    requireNonNull(answerBy, "answerBy");
    ageBands = ageBands == null ? List.of() : List.copyOf(ageBands);
    asks = asks == null ? List.of() : List.copyOf(asks);
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  @Override
  public String toString() {
    return "Offer[redacted]";
  }
}
