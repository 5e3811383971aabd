package org.homeward.alert.police.desks;

import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.snapshots.DeskSnapshot;

/** All desks, for who addresses a notice; a node has dozens of them at most. */
public final class ReadDesks {

  private final GuardedDocuments<Desk> desks;

  ReadDesks(GuardedDocuments<Desk> desks) {
    this.desks = desks;
  }

  public List<DeskSnapshot> all() {
    List<DeskSnapshot> all = new ArrayList<>();
    desks.forEach(desk -> all.add(desk.state().snapshot(desk.id())));
    return all;
  }
}
