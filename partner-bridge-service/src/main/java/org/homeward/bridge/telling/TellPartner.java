package org.homeward.bridge.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owed;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.Reply;
import org.homeward.bridge.handovers.Told;
import org.homeward.bridge.partners.Partners;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.Body;
import org.homeward.schema.bridge.End;
import org.homeward.schema.bridge.Freeze;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Partner;
import org.homeward.schema.bridge.Recall;
import org.homeward.schema.bridge.Release;
import org.homeward.schema.bridge.Sighting;
import org.homeward.schema.bridge.Sync;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.PartnerReading;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.disclosure.TransferTable;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;

/**
 * Makes what goes to a partner. Content comes out of a disclosure or not at all; a signal holds
 * ids, codes and times, and nothing stops it.
 */
public final class TellPartner {

  private static final int SCHEMA = 1;

  private final Partners partners;
  private final Borders borders;
  private final GuardedDocuments<CaseCopy> copies;
  private final AuditTrail trail;
  private final Words words;
  private final Duration lease;
  private final Clock clock;

  /**
   * @param lease how long a holder may keep a case unless that is renewed
   */
  public TellPartner(
      Partners partners,
      Borders borders,
      GuardedDocuments<CaseCopy> copies,
      AuditTrail trail,
      Words words,
      Duration lease,
      Clock clock) {
    this.partners = partners;
    this.borders = borders;
    this.copies = copies;
    this.trail = trail;
    this.words = words;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Decides on what is owed first.
   *
   * @param erased the copies of this service are gone too, with what they were before
   */
  public Composed compose(String id, Handover handover, Owed owed, boolean erased) {
    Instant now = clock.instant();
    return switch (handover) {
      case Owned owned ->
          switch (owed.type()) {
            case FREEZE -> Composed.Ready.signal(new Freeze(now));
            case END -> Composed.Ready.signal(new End(now));
            case RECALL -> {
              var recall = Objects.requireNonNull(owned.recall());
              yield Composed.Ready.signal(new Recall(Code.of(recall.reason()), recall.at()));
            }
            case OFFER, RELEASE, SYNC -> content(id, owned, owed, now);
            default -> throw new IllegalArgumentException("an owner never owes " + owed.type());
          };
      case Held held ->
          owed.type() == MessageType.RECEIPT
              ? erased
                  ? Composed.Ready.signal(Words.receipt(held, now))
                  : new Composed.Waits("erasure-under-way")
              : reply(id, held, Objects.requireNonNull(owed.reply()), now);
    };
  }

  private Composed content(String id, Owned owned, Owed owed, Instant now) {
    Partner partner = partners.find(owned.partner()).orElse(null);
    Guarded<CaseCopy> copy = copies.find(owned.caseId()).orElse(null);
    if (partner == null || copy == null) {
      return new Composed.Waits(partner == null ? "partner-unknown" : "not-known-here-yet");
    }
    Optional<String> against = against(partner, now);
    if (against.isPresent()) {
      return new Composed.Waits(against.get());
    }
    if (!(copy.state() instanceof CaseCopy.Known(CaseSnapshot snapshot))
        || PartnerReading.reports(snapshot.reports()).isEmpty()) {
      return new Composed.Waits("no-released-report");
    }
    Set<Ground> recorded = borders.recorded(partner, owned.vital(), now);
    boolean alone = restsOnOneWord(partner, owned);
    Scope scope = owed.scope() == null ? Scope.FULL : owed.scope();
    if (alone && owed.type() != MessageType.OFFER && scope == Scope.FULL) {
      return new Composed.Waits("second-person-required");
    }
    Says reading = PartnerReading.of(snapshot.reports(), scope);
    var subject =
        new Subject(id, "handover", partners.node(), owned.exercise(), snapshot.notTo(), reading);
    Basis basis = owned.wish().basis();
    Disclosure disclosure = disclosed(subject, partner, recorded, basis);
    if (!(disclosure instanceof Disclosure.Disclosed told)) {
      return new Composed.Waits(refusal(disclosure, partner, recorded));
    }
    Says facts = told.subjects().getFirst().facts();
    return owed.type() == MessageType.OFFER
        ? words.offer(owned, facts, snapshot, lease)
        : handed(id, owned, owed, snapshot, facts, scope, alone, copy, now);
  }

  private Composed handed(
      String id,
      Owned owned,
      Owed owed,
      CaseSnapshot snapshot,
      Says facts,
      Scope scope,
      boolean alone,
      Guarded<CaseCopy> copy,
      Instant now) {
    long version = FollowOwnCase.versionOf(copy);
    HandedCase content = words.handed(id, snapshot, facts, scope, version);
    String hash = Words.hash(content);
    Told before = owned.told();
    boolean same = before != null && before.content().equals(hash) && before.scope() == scope;
    if (same && now.isBefore(before.renewAt()) && !owned.signalled().freeze() && !freed(before, alone)) {
      return new Composed.NothingNew(version);
    }
    Instant until =
        alone ? Objects.requireNonNull(owned.vital()).until() : now.plus(lease);
    var told = new Told(version, scope, now, until, hash, alone);
    Body body =
        owed.type() == MessageType.RELEASE
            ? new Release(content, until)
            : new Sync(content, until);
    return new Composed.Ready(body, FieldNames.of(facts), owned.wish().basis(), told);
  }

  private static boolean freed(Told before, boolean alone) {
    return before.onVitalInterest() && !alone;
  }

  private Composed reply(String id, Held held, Reply reply, Instant now) {
    HandedSighting seen = reply.sighting();
    if (seen == null) {
      return Composed.Ready.signal(Words.signal(reply));
    }
    Partner partner = partners.find(held.partner()).orElse(null);
    if (partner == null) {
      return new Composed.Waits("partner-unknown");
    }
    Optional<String> against = against(partner, now);
    if (against.isPresent()) {
      return new Composed.Waits(against.get());
    }
    Set<Ground> recorded = borders.recorded(partner, held.vital(), now);
    Set<String> notTo = held.content() == null ? Set.of() : held.content().notTo();
    var subject =
        new Subject(id, "sighting", partners.node(), held.exercise(), notTo, seen.says());
    Basis basis = Objects.requireNonNullElse(reply.basis(), Basis.OTHER);
    Disclosure disclosure = disclosed(subject, partner, recorded, basis);
    if (!(disclosure instanceof Disclosure.Disclosed told)) {
      return new Composed.Waits(refusal(disclosure, partner, recorded));
    }
    Says facts = told.subjects().getFirst().facts();
    return new Composed.Ready(
        new Sighting(new HandedSighting(seen.id(), seen.at(), facts)),
        FieldNames.of(facts),
        basis,
        null);
  }

  private Disclosure disclosed(
      Subject subject, Partner partner, Set<Ground> recorded, Basis basis) {
    var recipient =
        new Recipient(
            "partner-desk", partner.country(), partner.node(), null, null, partner.exercise());
    return new Disclosures(trail, borders.rules(recorded), clock)
        .of(List.of(subject), Audience.PARTNER, recipient, Purpose.PARTNER_SEARCH, basis);
  }

  private String refusal(Disclosure disclosure, Partner partner, Set<Ground> recorded) {
    Disclosure.Reason reason =
        disclosure instanceof Disclosure.Withheld(Disclosure.Reason why)
            ? why
            : Disclosure.Reason.TRANSFER;
    return switch (reason) {
      case NOT_TO -> "kept-from-partner";
      case EXERCISE -> "exercise-and-real";
      case AUDIT_UNAVAILABLE -> "audit-unavailable";
      case TRANSFER ->
          borders.verdict(partner, recorded) instanceof TransferTable.Refused refused
              ? refused.code()
              : "transfer-blocked";
    };
  }

  /** Why nothing with content can go to a partner at all. */
  public Optional<String> against(Partner partner, Instant now) {
    if (partners.isExpired(now)) {
      return Optional.of("registry-expired");
    }
    if (!partner.schemas().contains(SCHEMA)) {
      return Optional.of("schema-not-known-there");
    }
    return partner.audiences().contains(Audience.PARTNER)
        ? Optional.empty()
        : Optional.of("partner-not-meant");
  }

  /** It crosses only because one person said that a life may depend on it. */
  private boolean restsOnOneWord(Partner partner, Owned owned) {
    boolean open =
        borders.verdict(partner, borders.onFile(partner.node())) instanceof TransferTable.Allowed;
    return !open && owned.vital() != null && !owned.vital().isConfirmed();
  }
}
