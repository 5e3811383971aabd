package org.homeward.bridge.handovers.desk;

import java.util.List;
import java.util.Optional;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.PartnerReading;
import org.homeward.schema.disclosure.TransferTable;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.CaseSnapshot;

/** Shows a person what a partner would be told of a case, before anything is offered. */
final class PreviewOffer {

  private final OfferCase offerCase;
  private final OpenHandover openHandover;
  private final GuardedDocuments<CaseCopy> copies;
  private final FreshCases fresh;
  private final Partners partners;
  private final Borders borders;
  private final PartnerGate gate;

  PreviewOffer(
      OfferCase offerCase,
      OpenHandover openHandover,
      GuardedDocuments<CaseCopy> copies,
      FreshCases fresh,
      Partners partners,
      Borders borders,
      PartnerGate gate) {
    this.offerCase = offerCase;
    this.openHandover = openHandover;
    this.copies = copies;
    this.fresh = fresh;
    this.partners = partners;
    this.borders = borders;
    this.gate = gate;
  }

  /** How it ended. */
  sealed interface Previewed {

    /** There is nothing to show. */
    record Nothing(OfferCase.Refusal why) implements Previewed {}

    /**
     * By names of fields, as the register of disclosures has them.
     *
     * @param minimum what the partner is told when it accepts
     * @param full what it is told when it has checked for a conflict
     * @param reportsKept how many reports no partner is told of
     * @param transfer of the grounds on file for the partner
     * @param against why the case cannot be offered now, whatever the ground
     * @param open the handover that is open
     */
    record Shown(
        List<String> minimum,
        List<String> full,
        int reportsKept,
        TransferTable.Verdict transfer,
        Optional<OfferCase.Refusal> against,
        Optional<String> open)
        implements Previewed {

      public Shown {
        minimum = List.copyOf(minimum);
        full = List.copyOf(full);
      }
    }
  }

  Previewed preview(SeenCase seen, String node) {
    Partner partner = partners.find(node).orElse(null);
    if (partner == null) {
      return new Previewed.Nothing(OfferCase.Refusal.PARTNER_UNKNOWN);
    }
    if (!fresh.of(seen.caseId())) {
      return new Previewed.Nothing(OfferCase.Refusal.CASES_BEHIND);
    }
    Guarded<CaseCopy> copy = copies.find(seen.caseId()).orElse(null);
    if (copy == null || !(copy.state() instanceof CaseCopy.Known(CaseSnapshot snapshot))) {
      return new Previewed.Nothing(OfferCase.Refusal.NOT_KNOWN_HERE_YET);
    }
    int told = PartnerReading.reports(snapshot.reports()).size();
    return new Previewed.Shown(
        gate.wouldTell(partner, snapshot, Scope.MINIMUM),
        gate.wouldTell(partner, snapshot, Scope.FULL),
        snapshot.reports().size() - told,
        borders.verdict(partner, borders.onFile(partner.node())),
        offerCase.against(partner, snapshot),
        openHandover.openOf(seen, partner.node()));
  }
}
