package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.Says;
import org.homeward.schema.sightings.GradedSighting;
import org.jspecify.annotations.Nullable;

/**
 * A partner's sighting of a case it holds; it stays outside the case's fold.
 *
 * @param says facts that the partner states
 * @param seen a tip that a person there has graded; the sightings of a case itself are no partner's
 * @param withdrawn the partner has taken it back, and nothing of it stays here
 */
public record HandedSighting(
    String id,
    Instant at,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says says,
    @Nullable GradedSighting seen,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn) {

  /**
   * How many of one handover a node takes. Its services keep at least as many: one that is
   * forgotten would count as new when it is told again.
   */
  public static final int MOST = 100;

  public HandedSighting(String id, Instant at, Says says, @Nullable GradedSighting seen) {
    this(id, at, says, seen, false);
  }

  public HandedSighting {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    says = says == null ? Says.EMPTY : says;
  }

  /**
   * As a person states it.
   *
   * @param told with one graded tip at the most
   */
  public static HandedSighting of(String id, Instant at, Says told) {
    return told.sightings().isEmpty()
        ? new HandedSighting(id, at, told, null)
        : new HandedSighting(
            id, at, told.with().sightings(List.of()).build(), told.sightings().getFirst());
  }

  /** All that it tells, for readers inside the node. */
  public Says told() {
    return seen == null ? says : says.with().sightings(List.of(seen)).build();
  }

  /** States that a sighting exists, without its content. */
  public HandedSighting withoutFacts() {
    return new HandedSighting(id, at, Says.EMPTY, null, withdrawn);
  }

  /** Nothing of it stays but that there was one. */
  public HandedSighting forgotten() {
    return new HandedSighting(id, at, Says.EMPTY, null, true);
  }

  @Override
  public String toString() {
    return "HandedSighting[redacted]";
  }
}
