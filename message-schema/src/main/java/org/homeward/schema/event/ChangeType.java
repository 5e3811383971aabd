package org.homeward.schema.event;

import java.util.Optional;
import org.homeward.schema.facts.SnapshotKind;

/** The change types of version 1 that this program knows. */
public enum ChangeType {
  CASE_REPORTED(SnapshotKind.CASE, "reported"),
  CASE_AMENDED(SnapshotKind.CASE, "amended"),
  CASE_RECATEGORISED(SnapshotKind.CASE, "recategorised"),
  CASE_RELEASED(SnapshotKind.CASE, "released"),
  CASE_FROZEN(SnapshotKind.CASE, "frozen"),
  CASE_ENDED(SnapshotKind.CASE, "ended"),
  CASE_ERASED(SnapshotKind.CASE, "erased"),
  POLICE_NOTICE_ISSUED(SnapshotKind.POLICE_NOTICE, "issued"),
  POLICE_NOTICE_CHANGED(SnapshotKind.POLICE_NOTICE, "changed"),
  POLICE_NOTICE_ENDED(SnapshotKind.POLICE_NOTICE, "ended"),
  POLICE_NOTICE_ERASED(SnapshotKind.POLICE_NOTICE, "erased");

  private final String text;

  ChangeType(SnapshotKind kind, String what) {
    this.text = kind.word() + "." + what + ".v1";
  }

  /** The form on the wire, such as {@code case.reported.v1}. */
  public String text() {
    return text;
  }

  public static Optional<ChangeType> of(String text) {
    for (ChangeType type : values()) {
      if (type.text.equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
