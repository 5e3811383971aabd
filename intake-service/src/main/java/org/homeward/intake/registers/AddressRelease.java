package org.homeward.intake.registers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.disclosure.DeskAddress.Addressed;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;

/** Says which desks read the released reports of a case. */
public final class AddressRelease {

  private final GuardedDocuments<EntryCopy<DeskSnapshot>> desks;
  private final String node;
  private final Clock clock;

  AddressRelease(GuardedDocuments<EntryCopy<DeskSnapshot>> desks, String node, Clock clock) {
    this.desks = desks;
    this.node = node;
    this.clock = clock;
  }

  /** By the copies that are here; alert decides by the desks as they are there. */
  public Addressed of(CaseSnapshot told) {
    List<DeskSnapshot> known = new ArrayList<>();
    desks.forEach(desk -> known.add(desk.state().told()));
    return DeskAddress.of(told).among(known, told.notTo(), told.exercise(), node, clock.instant());
  }
}
