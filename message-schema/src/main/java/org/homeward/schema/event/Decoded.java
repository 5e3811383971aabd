package org.homeward.schema.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.homeward.schema.snapshots.Snapshot;

/** The outcome of decoding a record. */
public sealed interface Decoded {

  /**
   * An event of a kind and major version we read.
   *
   * @param key the Kafka key, which is the case id
   * @param unknownFields how many fields of a newer schema were ignored
   * @param unknownChanges change types we do not know; their snapshot counts all the same
   */
  record Event(
      String id,
      EventSubject subject,
      String key,
      Envelope<? extends Snapshot> envelope,
      int unknownFields,
      List<String> unknownChanges,
      Set<Oddity> oddities)
      implements Decoded {

    public Event {
      requireNonNull(id, "id");
      unknownChanges = List.copyOf(unknownChanges);
      oddities = Set.copyOf(oddities);
    }

    public long version() {
      return envelope.version();
    }

    public Snapshot snapshot() {
      return envelope.snapshot();
    }
  }

  /** A valid CloudEvent that is not for us: count it and go on. */
  record NotOurs(Why why, Set<Oddity> oddities) implements Decoded {

    public NotOurs {
      oddities = Set.copyOf(oddities);
    }
  }

  /** Why an event is not ours. */
  enum Why {
    UNKNOWN_SUBJECT,
    UNKNOWN_MAJOR
  }

  /** An oddity that changes nothing and is counted. */
  enum Oddity {
    TIME_IN_FUTURE
  }
}
