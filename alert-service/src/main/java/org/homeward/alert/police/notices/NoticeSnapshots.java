package org.homeward.alert.police.notices;

import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;

/** A notice in the form in which its topic tells it. */
final class NoticeSnapshots {

  private NoticeSnapshots() {}

  static Snapshot of(String id, PoliceNotice notice) {
    return switch (notice) {
      case PoliceNotice.Active active ->
          new PoliceNoticeSnapshot(
              id,
              active.home(),
              active.exercise(),
              NoticeStatus.ACTIVE,
              active.desk(),
              null,
              active.notTo(),
              active.children(),
              active.facts(),
              active.unansweredSince() != null,
              null);
      case PoliceNotice.Ended ended ->
          new PoliceNoticeSnapshot(
              id,
              ended.home(),
              ended.exercise(),
              NoticeStatus.ENDED,
              ended.desk(),
              ended.outcome(),
              ended.notTo(),
              ended.children(),
              Says.EMPTY,
              false,
              ended.end());
      case PoliceNotice.Erased stone ->
          new Tombstone(id, SnapshotKind.POLICE_NOTICE, stone.exercise(), stone.month());
    };
  }
}
