package org.homeward.schema.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.homeward.schema.snapshots.Snapshot;

/**
 * The data of an event: an aggregate's present state, and the changes that led to it.
 *
 * @param version of the subject; versions are per subject
 * @param changes oldest first; empty when current state is published again
 * @param truncated the snapshot was too large: ids and states only, readers keep the last facts
 */
public record Envelope<S extends Snapshot>(
    int schema,
    String home,
    boolean exercise,
    long version,
    @JsonInclude List<Change> changes,
    S snapshot,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean truncated) {

  public static final int SCHEMA = 1;

  public Envelope {
    requireNonNull(home, "home");
    requireNonNull(snapshot, "snapshot");
    requireMark(exercise, snapshot); // upholds 9
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  public static <S extends Snapshot> Envelope<S> of(
      String home, long version, List<Change> changes, S snapshot) {
    return new Envelope<>(SCHEMA, home, snapshot.exercise(), version, changes, snapshot, false);
  }

  /** The same with ids and states only. */
  public Envelope<Snapshot> withoutFacts() {
    return new Envelope<>(schema, home, exercise, version, changes, snapshot.withoutFacts(), true);
  }

  private static void requireMark(boolean exercise, Snapshot snapshot) {
    if (snapshot.exercise() != exercise) {
      throw new IllegalArgumentException("envelope and snapshot differ in the exercise mark");
    }
  }
}
