package org.homeward.schema.snapshots;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The kind of an event's subject; the first part of the subject. */
public enum SnapshotKind {
  CASE("case"),
  POLICE_NOTICE("police-notice"),
  ALERT("alert"),
  STOP("stop"),
  ERASURE("erasure"),
  DESK("desk"),
  AUTHORITY("authority"),
  HANDOVER("handover");

  private final String word;

  SnapshotKind(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  public static Optional<SnapshotKind> of(String word) {
    for (SnapshotKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
