package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * One contact with the hotline. Outside intake a held report has its id and release only.
 *
 * @param at when it was made; absent outside intake while held
 */
public record Report(
    String id,
    @Nullable Instant at,
    @Nullable Code<Channel> channel,
    PoliceRelease policeRelease,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says says) {

  public Report {
    requireNonNull(id, "id");
    requireNonNull(policeRelease, "policeRelease");
    says = says == null ? Says.EMPTY : says;
  }

  /** All that anybody outside intake may know of a held report. */
  public static Report withoutContent(String id, PoliceRelease policeRelease) {
    return new Report(id, null, null, policeRelease, Says.EMPTY);
  }

  public boolean isReleased() {
    return policeRelease instanceof PoliceRelease.Released;
  }

  public boolean isHeld() {
    return policeRelease instanceof PoliceRelease.Held;
  }

  @Override
  public String toString() {
    return "Report[redacted]";
  }
}
