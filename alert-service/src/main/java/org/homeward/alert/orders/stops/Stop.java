package org.homeward.alert.orders.stops;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's word that nothing new may go out. Nothing but two people takes it back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Stop.Standing.class, name = "STANDING"),
  @JsonSubTypes.Type(value = Stop.Lifted.class, name = "LIFTED")
})
public sealed interface Stop {

  StopTarget target();

  /**
   * Nothing new goes out.
   *
   * @param by opaque id of the person, or {@code host}
   * @param proposal who wants to lift it; null when nobody does
   */
  record Standing(StopTarget target, String by, Instant at, @Nullable LiftProposal proposal)
      implements Stop {

    public Standing {
      requireNonNull(target, "target");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    Standing proposed(String person, Instant now) {
      return new Standing(target, by, at, new LiftProposal(person, now));
    }

    Standing withoutProposal() {
      return new Standing(target, by, at, null);
    }
  }

  /** Two people have lifted it; the same place can be stopped again. */
  record Lifted(StopTarget target, String by, String with, Instant at) implements Stop {

    public Lifted {
      requireNonNull(target, "target");
      requireNonNull(by, "by");
      requireNonNull(with, "with");
      requireNonNull(at, "at");
    }
  }

  /** The first of the two people. */
  record LiftProposal(String by, Instant at) {

    public LiftProposal {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }
}
