package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** The police release of a report: a person's decision per report, never withdrawn. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PoliceRelease.Released.class, name = "RELEASED"),
  @JsonSubTypes.Type(value = PoliceRelease.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = PoliceRelease.ByPhone.class, name = "BY_PHONE")
})
public sealed interface PoliceRelease {

  /** The named desk may read the report. */
  record Released(String desk, Code<Basis> basis) implements PoliceRelease {
    public Released {
      requireNonNull(desk, "desk");
      requireNonNull(basis, "basis");
    }
  }

  /** Nobody outside may read it; a person reviews it at {@code reviewAt}. */
  record Held(Code<HoldReason> reason, Instant reviewAt) implements PoliceRelease {
    public Held {
      requireNonNull(reason, "reason");
      requireNonNull(reviewAt, "reviewAt");
    }
  }

  /**
   * The desk was told by voice.
   *
   * @param at when it was called
   * @param ref its own reference; {@link #NO_REFERENCE} when it gave none
   * @param officer whom the caller spoke to; known to the case team only
   */
  record ByPhone(String desk, Instant at, String ref, @Nullable String officer)
      implements PoliceRelease {

    public static final String NO_REFERENCE = "none";

    /** As readers outside the case team may know it. */
    public ByPhone withoutOfficer() {
      return new ByPhone(desk, at, ref, null);
    }

    public ByPhone {
      requireNonNull(desk, "desk");
      requireNonNull(at, "at");
      requireNonNull(ref, "ref");
    }
  }
}
