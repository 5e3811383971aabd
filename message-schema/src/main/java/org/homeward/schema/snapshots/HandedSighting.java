package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.Says;

/** A partner's sighting of a case it holds; it stays outside the case's fold. */
public record HandedSighting(
    String id,
    Instant at,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says says) {

  public HandedSighting {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    says = says == null ? Says.EMPTY : says;
  }

  /** States that a sighting exists, without its content. */
  public HandedSighting withoutFacts() {
    return new HandedSighting(id, at, Says.EMPTY);
  }

  @Override
  public String toString() {
    return "HandedSighting[redacted]";
  }
}
