package org.homeward.schema.event;

import java.util.Optional;
import org.homeward.schema.snapshots.SnapshotKind;

/** The change types of version 1 that this program knows. */
public enum ChangeType {
  CASE_REPORTED(SnapshotKind.CASE, "reported"),
  CASE_AMENDED(SnapshotKind.CASE, "amended"),
  CASE_RECATEGORISED(SnapshotKind.CASE, "recategorised"),
  CASE_RELEASED(SnapshotKind.CASE, "released"),
  CASE_FROZEN(SnapshotKind.CASE, "frozen"),
  CASE_LIFTED(SnapshotKind.CASE, "lifted"),
  CASE_ENDED(SnapshotKind.CASE, "ended"),
  CASE_ERASED(SnapshotKind.CASE, "erased"),
  CASE_FORGOTTEN(SnapshotKind.CASE, "forgotten"),
  POLICE_NOTICE_ISSUED(SnapshotKind.POLICE_NOTICE, "issued"),
  POLICE_NOTICE_CHANGED(SnapshotKind.POLICE_NOTICE, "changed"),
  POLICE_NOTICE_SEEN(SnapshotKind.POLICE_NOTICE, "seen"),
  POLICE_NOTICE_ACTING(SnapshotKind.POLICE_NOTICE, "acting"),
  POLICE_NOTICE_NOT_OURS(SnapshotKind.POLICE_NOTICE, "not-ours"),
  POLICE_NOTICE_UNANSWERED(SnapshotKind.POLICE_NOTICE, "unanswered"),
  POLICE_NOTICE_ENDED(SnapshotKind.POLICE_NOTICE, "ended"),
  POLICE_NOTICE_ERASED(SnapshotKind.POLICE_NOTICE, "erased"),
  ALERT_ISSUED(SnapshotKind.ALERT, "issued"),
  ALERT_UPDATED(SnapshotKind.ALERT, "updated"),
  ALERT_FROZEN(SnapshotKind.ALERT, "frozen"),
  ALERT_CANCELLED(SnapshotKind.ALERT, "cancelled"),
  ALERT_EXPIRED(SnapshotKind.ALERT, "expired"),
  ALERT_ENDED(SnapshotKind.ALERT, "ended"),
  ALERT_ERASED(SnapshotKind.ALERT, "erased"),
  STOP_SET(SnapshotKind.STOP, "set"),
  STOP_LIFTED(SnapshotKind.STOP, "lifted"),
  ERASURE_DONE(SnapshotKind.ERASURE, "done"),
  DESK_REGISTERED(SnapshotKind.DESK, "registered"),
  DESK_CONFIRMED(SnapshotKind.DESK, "confirmed"),
  DESK_REVOKED(SnapshotKind.DESK, "revoked"),
  AUTHORITY_REGISTERED(SnapshotKind.AUTHORITY, "registered"),
  AUTHORITY_CONFIRMED(SnapshotKind.AUTHORITY, "confirmed"),
  AUTHORITY_REVOKED(SnapshotKind.AUTHORITY, "revoked"),
  HANDOVER_OFFERED(SnapshotKind.HANDOVER, "offered"),
  HANDOVER_ACKNOWLEDGED(SnapshotKind.HANDOVER, "acknowledged"),
  HANDOVER_ACCEPTED(SnapshotKind.HANDOVER, "accepted"),
  HANDOVER_REJECTED(SnapshotKind.HANDOVER, "rejected"),
  HANDOVER_COUNTERED(SnapshotKind.HANDOVER, "countered"),
  HANDOVER_CHECKED(SnapshotKind.HANDOVER, "checked"),
  HANDOVER_RELEASED(SnapshotKind.HANDOVER, "released"),
  HANDOVER_SYNCED(SnapshotKind.HANDOVER, "synced"),
  HANDOVER_FROZEN(SnapshotKind.HANDOVER, "frozen"),
  HANDOVER_ENDED(SnapshotKind.HANDOVER, "ended"),
  HANDOVER_REVOKED(SnapshotKind.HANDOVER, "revoked"),
  HANDOVER_RECALLED(SnapshotKind.HANDOVER, "recalled"),
  HANDOVER_BRAKED(SnapshotKind.HANDOVER, "braked"),
  HANDOVER_PROPOSED(SnapshotKind.HANDOVER, "proposed"),
  HANDOVER_SIGHTED(SnapshotKind.HANDOVER, "sighted"),
  HANDOVER_OVERDUE(SnapshotKind.HANDOVER, "overdue"),
  HANDOVER_RECEIPTED(SnapshotKind.HANDOVER, "receipted"),
  HANDOVER_ERASED(SnapshotKind.HANDOVER, "erased");

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
