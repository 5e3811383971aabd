package org.homeward.schema.sightings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * A tip that a person has graded.
 *
 * @param at when the child was seen, as the giver of the tip says
 * @param uncertaintyMinutes how far off {@code at} may be, either way
 * @param direction where the child went
 * @param companion with whom
 * @param text the tip in its giver's words
 * @param source how far its giver can be relied on
 * @param information how far it agrees with what is known otherwise
 */
public record GradedSighting(
    @Nullable Instant at,
    @Nullable Integer uncertaintyMinutes,
    @Nullable Place place,
    @Nullable String direction,
    @Nullable String companion,
    Text text,
    Code<SourceGrade> source,
    Code<InformationGrade> information) {

  public GradedSighting {
    requireNonNull(text, "text");
    requireNonNull(source, "source");
    requireNonNull(information, "information");
  }

  @Override
  public String toString() {
    return "GradedSighting[redacted]";
  }
}
