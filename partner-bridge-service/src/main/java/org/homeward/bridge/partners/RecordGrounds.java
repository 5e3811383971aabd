package org.homeward.bridge.partners;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;

/** Puts standard clauses with a partner on file. */
public final class RecordGrounds {

  private final GuardedDocuments<PartnerGrounds> grounds;
  private final Clock clock;

  public RecordGrounds(GuardedDocuments<PartnerGrounds> grounds, Clock clock) {
    this.grounds = grounds;
    this.clock = clock;
  }

  public Optional<Guarded<PartnerGrounds>> of(String partner) {
    return grounds.find(partner);
  }

  /** A newer reference replaces the older one. */
  public Outcome<PartnerGrounds, Boolean> record(
      String partner, String reference, Command command, String by) {
    var clauses = new PartnerGrounds.Clauses(reference, by, clock.instant());
    Edit<PartnerGrounds> edit = Edit.of(new PartnerGrounds(clauses), by);
    if (grounds.find(partner).isEmpty()) {
      try {
        return grounds.create(partner, edit, command, true);
      } catch (IllegalStateException somebodyWasFirst) {
        // Then it is changed.
      }
    }
    return grounds.change(
        partner, OptionalLong.empty(), command, read -> Decision.write(edit, true));
  }
}
