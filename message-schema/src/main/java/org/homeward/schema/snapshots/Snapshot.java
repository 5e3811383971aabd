package org.homeward.schema.snapshots;

/** An aggregate's present state as its readers may know it; the content of an event. */
public sealed interface Snapshot
    permits AlertSnapshot,
        CaseSnapshot,
        ErasureSnapshot,
        HandoverSnapshot,
        PoliceNoticeSnapshot,
        RegisterEntry,
        StopSnapshot,
        Tombstone {

  String id();

  SnapshotKind kind();

  /** Never real if true, never exercise if false: it does not change in a record's life. */
  boolean exercise();

  /** The same without facts: ids and states only. */
  Snapshot withoutFacts();
}
