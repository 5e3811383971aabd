package org.homeward.schema.facts;

/** What readers may know of an aggregate now; the content of an event. */
public sealed interface Snapshot
    permits AlertSnapshot,
        CaseSnapshot,
        ErasureSnapshot,
        HandoverSnapshot,
        PoliceNoticeSnapshot,
        StopSnapshot,
        Tombstone {

  String id();

  SnapshotKind kind();

  /** Never real if true, never exercise if false: it does not change in a record's life. */
  boolean exercise();

  /** The same without facts: ids and states only. */
  Snapshot withoutFacts();
}
