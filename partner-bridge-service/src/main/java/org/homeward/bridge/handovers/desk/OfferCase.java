package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.OwnOffer.HandoverWish;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.partners.Borders;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.PartnerReading;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.TransferTable;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.jspecify.annotations.Nullable;

/** Offers a case to a partner at a person's request. */
final class OfferCase {

  private final OpenHandover openHandover;
  private final GuardedDocuments<CaseCopy> copies;
  private final FreshCases fresh;
  private final Partners partners;
  private final Borders borders;
  private final PartnerGate gate;
  private final FollowOwnCase followOwnCase;
  private final Clock clock;

  OfferCase(
      OpenHandover openHandover,
      GuardedDocuments<CaseCopy> copies,
      FreshCases fresh,
      Partners partners,
      Borders borders,
      PartnerGate gate,
      FollowOwnCase followOwnCase,
      Clock clock) {
    this.openHandover = openHandover;
    this.copies = copies;
    this.fresh = fresh;
    this.partners = partners;
    this.borders = borders;
    this.gate = gate;
    this.followOwnCase = followOwnCase;
    this.clock = clock;
  }

  /**
   * The person's request.
   *
   * @param instead an open handover of the case to this partner, to be recalled; null for none
   */
  record Request(
      String partner, OfferReason reason, List<Ask> asks, Basis basis, @Nullable String instead) {}

  /** How it ended. */
  sealed interface CaseOffered {

    record Made(Guarded<Handover> handover) implements CaseOffered {}

    record KeyReused() implements CaseOffered {}

    /**
     * @param handover the one that is open
     */
    record OpenBefore(String handover) implements CaseOffered {}

    /** The id in {@code instead} names no handover of the case to the partner. */
    record NotInstead() implements CaseOffered {}

    record Refused(Refusal why, Set<Ground> missing) implements CaseOffered {}
  }

  /** Refusal a case is not offered. */
  enum Refusal {
    PARTNER_UNKNOWN,
    PARTNER_NOT_MEANT,
    QUARANTINED,
    NOT_KNOWN_HERE_YET,
    NOT_THE_OWNER,
    CASE_FROZEN,
    CASE_BRAKED,
    CASE_ENDED,
    NOT_A_SEARCH,
    CASES_BEHIND,
    NO_RELEASED_REPORT,
    EXERCISE_AND_REAL,
    KEPT_FROM_PARTNER,
    REGISTRY_EXPIRED,
    OWN_KEY_OUT_OF_TIME,
    TRANSFER_NEEDS_GROUND,
    TRANSFER_BLOCKED
  }

  CaseOffered offer(SeenCase seen, Request request, Command command) {
    Optional<OpenHandover.HandoverOpened> earlier = openHandover.repeated(command);
    if (earlier.isPresent()) {
      return made(earlier.get());
    }
    Partner partner = partners.find(request.partner()).orElse(null);
    if (partner == null) {
      return refused(Refusal.PARTNER_UNKNOWN);
    }
    if (!fresh.of(seen.caseId())) return refused(Refusal.CASES_BEHIND); // upholds 6
    Guarded<CaseCopy> copy = copies.find(seen.caseId()).orElse(null);
    if (copy == null || !(copy.state() instanceof CaseCopy.Known(CaseSnapshot snapshot))) {
      return refused(Refusal.NOT_KNOWN_HERE_YET);
    }
    Optional<Refusal> against = against(partner, snapshot);
    if (against.isPresent()) {
      return refused(against.get());
    }
    Optional<CaseOffered> border = border(request, partner);
    if (border.isPresent()) {
      return border.get();
    }
    var wish =
        new HandoverWish(
            request.reason(),
            request.asks(),
            Purpose.PARTNER_SEARCH,
            request.basis(),
            Clocks.urgency(CaseFacts.ofAll(snapshot.reports())),
            seen.person());
    return made(
        openHandover.open(
            seen,
            partner.node(),
            snapshot.exercise(),
            wish,
            followOwnCase.seen(partner.node(), FollowOwnCase.versionOf(copy), copy.state()),
            request.instead(),
            command));
  }

  /** Why it cannot be offered to this partner now, whatever lets it cross the border. */
  Optional<Refusal> against(Partner partner, CaseSnapshot snapshot) {
    Instant now = clock.instant();
    boolean forbidden = !Collections.disjoint(snapshot.notTo(), partners.names(partner.node()));
    if (!snapshot.home().equals(partners.node())) {
      return Optional.of(Refusal.NOT_THE_OWNER); // upholds 5
    }
    if (snapshot.exercise() != partner.exercise()) {
      return Optional.of(Refusal.EXERCISE_AND_REAL); // upholds 9
    }
    if (snapshot.status() == CaseStatus.ENDED) {
      return Optional.of(Refusal.CASE_ENDED);
    }
    if (!snapshot.isSearch()) return Optional.of(Refusal.NOT_A_SEARCH); // upholds 6
    if (snapshot.frozen()) {
      return Optional.of(Refusal.CASE_FROZEN);
    }
    if (snapshot.braked()) {
      return Optional.of(Refusal.CASE_BRAKED); // upholds 4
    }
    if (PartnerReading.reports(snapshot.reports()).isEmpty()) {
      return Optional.of(Refusal.NO_RELEASED_REPORT);
    }
    if (forbidden) {
      return Optional.of(Refusal.KEPT_FROM_PARTNER);
    }
    if (partners.isExpired(now)) {
      return Optional.of(Refusal.REGISTRY_EXPIRED);
    }
    if (partners.isOutOfKeyTime(now)) {
      return Optional.of(Refusal.OWN_KEY_OUT_OF_TIME);
    }
    if (gate.isQuarantined()) {
      return Optional.of(Refusal.QUARANTINED);
    }
    return gate.against(partner, now).map(_ -> Refusal.PARTNER_NOT_MEANT);
  }

  /** With a vital interest the offer may begin; it waits for the record of it. */
  private Optional<CaseOffered> border(Request request, Partner partner) {
    TransferTable.Verdict verdict = borders.verdict(partner, borders.onFile(partner.node()));
    if (verdict instanceof TransferTable.Refused(Set<Ground> missing)) {
      boolean vital =
          missing.contains(Ground.VITAL_INTEREST) && request.basis() == Basis.VITAL_INTEREST;
      if (!vital) {
        return Optional.of(
            new CaseOffered.Refused(
                missing.isEmpty() ? Refusal.TRANSFER_BLOCKED : Refusal.TRANSFER_NEEDS_GROUND,
                missing));
      }
    }
    return Optional.empty();
  }

  private static CaseOffered refused(Refusal why) {
    return new CaseOffered.Refused(why, Set.of());
  }

  private static CaseOffered made(OpenHandover.HandoverOpened opened) {
    return switch (opened) {
      case OpenHandover.HandoverOpened.Now(Guarded<Handover> handover) ->
          new CaseOffered.Made(handover);
      case OpenHandover.HandoverOpened.NotInstead() -> new CaseOffered.NotInstead();
      case OpenHandover.HandoverOpened.KeyReused() -> new CaseOffered.KeyReused();
      case OpenHandover.HandoverOpened.OpenBefore(String open) -> new CaseOffered.OpenBefore(open);
    };
  }
}
