package org.homeward.schema.event;

import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.snapshots.ErasureSnapshot;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.snapshots.Tombstone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots from and to JSON, where a tombstone is the form with status ERASED. */
final class SnapshotForm {

  private SnapshotForm() {}

  static SchemaName schema(SnapshotKind kind) {
    return switch (kind) {
      case CASE -> SchemaName.CASE;
      case POLICE_NOTICE -> SchemaName.POLICE_NOTICE;
      case ALERT -> SchemaName.ALERT;
      case STOP -> SchemaName.STOP;
      case ERASURE -> SchemaName.ERASURE;
      case DESK -> SchemaName.DESK;
      case AUTHORITY -> SchemaName.AUTHORITY;
      case HANDOVER -> SchemaName.HANDOVER;
    };
  }

  static ObjectNode write(Snapshot snapshot) {
    ObjectNode json = Json.wire().valueToTree(snapshot);
    return snapshot instanceof Tombstone ? json.put("status", "ERASED") : json;
  }

  static Snapshot read(SnapshotKind kind, JsonNode json) {
    if (json.path("status").asString("").equals("ERASED")) {
      return Binding.bind(Tombstone.class, json);
    }
    return switch (kind) {
      case CASE -> Binding.bind(CaseSnapshot.class, json);
      case POLICE_NOTICE -> Binding.bind(PoliceNoticeSnapshot.class, json);
      case ALERT -> Binding.bind(AlertSnapshot.class, json);
      case STOP -> Binding.bind(StopSnapshot.class, json);
      case ERASURE -> Binding.bind(ErasureSnapshot.class, json);
      case DESK -> Binding.bind(DeskSnapshot.class, json);
      case AUTHORITY -> Binding.bind(AuthoritySnapshot.class, json);
      case HANDOVER -> Binding.bind(HandoverSnapshot.class, json);
    };
  }
}
