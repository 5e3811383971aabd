package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a person at the holder; the message's type gives its meaning.
 *
 * @param by opaque id of the person
 * @param code why, when the answer is no or something else
 * @param asks what the partner could do instead, in a counter-offer
 */
public record PartnerAnswer(
    String by, @Nullable Code<AnswerReason> code, List<Code<Ask>> asks, Instant at)
    implements Body.Bare {

  public PartnerAnswer {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    asks = asks == null ? List.of() : List.copyOf(asks);
  }

  public static PartnerAnswer of(String by, Instant at) {
    return new PartnerAnswer(by, null, List.of(), at);
  }
}
