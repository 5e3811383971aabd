package org.homeward.schema.event;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;

/** The subject of an event: {@code case/{id}}, {@code alert/{id}}, {@code stop/node} and so on. */
public record EventSubject(SnapshotKind kind, String id) {

  public EventSubject {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
  }

  public static EventSubject of(Snapshot snapshot) {
    return new EventSubject(snapshot.kind(), snapshot.id());
  }

  /** The form on the wire. */
  public String text() {
    return kind.word() + "/" + id;
  }
}
