package org.homeward.alert.endings;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The progress of a case's erasure here; its id is the case's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Erasure.Waiting.class, name = "WAITING"),
  @JsonSubTypes.Type(value = Erasure.Done.class, name = "DONE")
})
sealed interface Erasure {

  boolean exercise();

  /** Somebody is still owed the end of an alert, or intake still holds what the case was. */
  record Waiting(boolean exercise) implements Erasure {}

  /**
   * Only tombstones are left, and the fields that police keep.
   *
   * @param home slug of the node that owned the case
   * @param keptFields of the ended notice
   * @param keptUntil when the notice is a tombstone, too
   */
  record Done(
      String home,
      boolean exercise,
      Instant at,
      List<String> keptFields,
      @Nullable Instant keptUntil)
      implements Erasure {

    public Done {
      requireNonNull(home, "home");
      requireNonNull(at, "at");
      keptFields = keptFields == null ? List.of() : List.copyOf(keptFields);
    }
  }
}
