package org.homeward.bridge.quarantine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether content may go to partners; signals always may. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Quarantine.Standing.class, name = "STANDING"),
  @JsonSubTypes.Type(value = Quarantine.Opened.class, name = "OPENED")
})
sealed interface Quarantine {

  /**
   * No content goes to partners.
   *
   * @param proposedBy the person who wants to open it; null when nobody does
   */
  record Standing(Instant since, @Nullable String proposedBy, @Nullable Instant proposedAt)
      implements Quarantine {

    public Standing {
      requireNonNull(since, "since");
    }
  }

  /** Two people have opened it. */
  record Opened(String by, String with, Instant at) implements Quarantine {

    public Opened {
      requireNonNull(by, "by");
      requireNonNull(with, "with");
      requireNonNull(at, "at");
    }
  }
}
