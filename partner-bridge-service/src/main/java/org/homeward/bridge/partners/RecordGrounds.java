package org.homeward.bridge.partners;

import java.time.Clock;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Puts standard clauses with a partner on file. */
final class RecordGrounds {

  private final GuardedDocuments<PartnerGrounds> grounds;
  private final Clock clock;

  RecordGrounds(GuardedDocuments<PartnerGrounds> grounds, Clock clock) {
    this.grounds = grounds;
    this.clock = clock;
  }

  Optional<Guarded<PartnerGrounds>> of(String partner) {
    return grounds.find(partner);
  }

  /** A newer reference replaces the older one. */
  WriteOutcome.OfPuttingOnce<PartnerGrounds, Boolean> record(
      String partner, String reference, Command command, String by) {
    var clauses = new PartnerGrounds.Clauses(reference, by, clock.instant());
    Edit<PartnerGrounds> edit = Edit.of(new PartnerGrounds(clauses), by);
    return grounds.put(partner, command, read -> Decision.write(edit, true));
  }
}
