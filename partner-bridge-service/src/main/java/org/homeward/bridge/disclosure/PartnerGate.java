package org.homeward.bridge.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.Owed;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.partners.Partners;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Sighting;
import org.homeward.schema.bridge.bodies.Sync;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.PartnerReading;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The gate to partners. Composes messages: content comes from a disclosure or not at all; a signal
 * holds ids, codes and times, and nothing stops it.
 */
public final class PartnerGate {

  private static final int SCHEMA = 1;
  private static final String UNKNOWN = "partner-unknown";
  private static final String BEHIND = "case-reader-behind";

  /** The look was recorded when the content was made; sending it again is not another look. */
  private static final AuditTrail RECORDED_BEFORE = entry -> {};

  private final Partners partners;
  private final Crossing crossing;
  private final GuardedDocuments<CaseCopy> copies;
  private final FreshCases fresh;
  private final BooleanSupplier quarantined;
  private final AuditTrail trail;
  private final MessageBodies bodies;
  private final Duration lease;
  private final Clock clock;

  /**
   * @param quarantined these data are an earlier copy that nobody has opened for content
   * @param lease how long a holder may keep a case unless that is renewed
   */
  PartnerGate(
      Partners partners,
      Crossing crossing,
      GuardedDocuments<CaseCopy> copies,
      FreshCases fresh,
      BooleanSupplier quarantined,
      AuditTrail trail,
      MessageBodies bodies,
      Duration lease,
      Clock clock) {
    this.partners = partners;
    this.crossing = crossing;
    this.copies = copies;
    this.fresh = fresh;
    this.quarantined = quarantined;
    this.trail = trail;
    this.bodies = bodies;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Decides on what is owed first.
   *
   * @param erased the copies of this service are gone too, with what they were before
   * @param photos how many were fetched, and are erased
   */
  public MessageComposed compose(
      String id, Handover handover, Owed owed, boolean erased, int photos) {
    Instant now = clock.instant();
    return switch (handover) {
      case Owned owned ->
          switch (owed.type()) {
            case FREEZE -> MessageComposed.Ready.signal(new Freeze(now));
            case END -> MessageComposed.Ready.signal(new End(now));
            case RECALL -> {
              var recall = Objects.requireNonNull(owned.recall());
              yield MessageComposed.Ready.signal(new Recall(Code.of(recall.reason()), recall.at()));
            }
            case OFFER, RELEASE, SYNC -> content(id, owned, owed, now);
            default -> throw new IllegalArgumentException("an owner never owes " + owed.type());
          };
      case Withdrawn gone when owed.type() == MessageType.RECEIPT ->
          erased
              ? MessageComposed.Ready.signal(bodies.receipt(gone, photos, now))
              : new MessageComposed.Waits("erasure-under-way");
      case Held held -> reply(id, held, Objects.requireNonNull(owed.reply()), now);
    };
  }

  /** Checks again, with the present state, whether earlier content may leave. */
  public Passage again(String id, Handover handover, InFlight message) {
    Instant now = clock.instant();
    Optional<String> against =
        partners
            .find(handover.partner())
            .map(partner -> against(id, handover, message, partner, now))
            .orElse(Optional.of(UNKNOWN));
    return against.<Passage>map(Passage.Closed::new).orElseGet(() -> new Passage.Open(message));
  }

  private Optional<String> against(
      String id, Handover handover, InFlight message, Partner partner, Instant now) {
    Optional<String> always = against(partner, now);
    if (always.isPresent()) {
      return always;
    }
    Subject subject;
    Set<Ground> recorded;
    switch (handover) {
      case Owned owned -> {
        if (!fresh.of(owned.caseId())) return Optional.of(BEHIND); // upholds 6
        Optional<Guarded<CaseCopy>> copy = copies.find(owned.caseId());
        Optional<CaseSnapshot> snapshot = KnownCase.of(copy);
        if (snapshot.isEmpty()) {
          return Optional.of(KnownCase.whyNot(copy));
        }
        subject = subject(id, owned, snapshot.get(), Says.EMPTY);
        recorded = crossing.recorded(partner, owned.offer().vital(), now);
      }
      case Held held -> {
        subject = subject(id, held, Says.EMPTY);
        recorded = crossing.recorded(partner, held.shown().vital(), now);
      }
    }
    Basis basis = Objects.requireNonNullElse(message.basis(), Basis.OTHER);
    return crossing.refusal(
        crossing.disclosed(RECORDED_BEFORE, subject, partner, recorded, basis), partner, recorded);
  }

  private Subject subject(String id, Owned owned, CaseSnapshot snapshot, Says reading) {
    return new Subject(
        id, "handover", partners.node(), owned.exercise(), snapshot.notTo(), reading);
  }

  private Subject subject(String id, Held held, Says seen) {
    Set<String> notTo = held.content() == null ? Set.of() : held.content().notTo();
    return new Subject(id, "sighting", partners.node(), held.exercise(), notTo, seen);
  }

  /** Names of what this partner would be told, once a ground lets it cross; nothing is told. */
  public List<String> wouldTell(Partner partner, CaseSnapshot snapshot, Scope scope) {
    Says reading = PartnerReading.of(snapshot.reports(), scope);
    var subject =
        new Subject(
            snapshot.id(),
            "handover",
            partners.node(),
            snapshot.exercise(),
            snapshot.notTo(),
            reading);
    Disclosure disclosure =
        crossing.disclosed(
            RECORDED_BEFORE, subject, partner, EnumSet.allOf(Ground.class), Basis.PUBLIC_TASK);
    return disclosure instanceof Disclosure.Disclosed told
        ? FieldNames.of(told.subjects().getFirst().facts())
        : List.of();
  }

  private MessageComposed content(String id, Owned owned, Owed owed, Instant now) {
    if (!fresh.of(owned.caseId())) return new MessageComposed.Waits(BEHIND); // upholds 6
    Partner partner = partners.find(owned.partner()).orElse(null);
    Guarded<CaseCopy> copy = copies.find(owned.caseId()).orElse(null);
    if (partner == null || copy == null) {
      return new MessageComposed.Waits(partner == null ? UNKNOWN : "not-known-here-yet");
    }
    Optional<String> against = against(partner, now);
    if (against.isPresent()) {
      return new MessageComposed.Waits(against.get());
    }
    CaseSnapshot snapshot = KnownCase.of(Optional.of(copy)).orElse(null);
    if (snapshot == null) {
      return new MessageComposed.Waits(KnownCase.whyNot(Optional.of(copy)));
    }
    Set<Ground> recorded = crossing.recorded(partner, owned.offer().vital(), now);
    boolean alone = crossing.restsOnOneWord(partner, owned);
    Scope scope = owed.scope() == null ? Scope.FULL : owed.scope();
    if (alone && owed.type() != MessageType.OFFER && scope == Scope.FULL) {
      return new MessageComposed.Waits("another-person-needed");
    }
    Says reading = PartnerReading.of(snapshot.reports(), scope);
    Subject subject = subject(id, owned, snapshot, reading);
    Disclosure disclosure =
        crossing.disclosed(trail, subject, partner, recorded, owned.offer().wish().basis());
    Optional<String> refusal = crossing.refusal(disclosure, partner, recorded);
    if (refusal.isPresent()) return new MessageComposed.Waits(refusal.get()); // upholds 6
    Says facts = Crossing.facts(disclosure);
    return owed.type() == MessageType.OFFER
        ? bodies.offer(owned, snapshot.reports(), facts, lease)
        : handed(id, owned, owed, snapshot, facts, scope, alone, copy, now);
  }

  private MessageComposed handed(
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
    HandedCase content = bodies.handed(id, snapshot, facts, scope, version);
    String hash = MessageBodies.hash(content);
    Told before = owned.share().told();
    boolean same =
        before != null
            && before.content().equals(hash)
            && before.scope() == scope
            && now.isBefore(before.renewAt())
            && !freed(before, alone);
    if (same && !owned.offer().signalled().freeze()) {
      return new MessageComposed.NothingNew(version);
    }
    Instant until = alone ? Objects.requireNonNull(owned.offer().vital()).until() : now.plus(lease);
    var told = new Told(version, scope, now, until, hash, alone);
    Body body =
        owed.type() == MessageType.RELEASE ? new Release(content, until) : new Sync(content, until);
    return new MessageComposed.Ready(
        body, FieldNames.of(facts), owned.offer().wish().basis(), told);
  }

  private static boolean freed(Told before, boolean alone) {
    return before.onVitalInterest() && !alone;
  }

  private MessageComposed reply(String id, Held held, Reply reply, Instant now) {
    HandedSighting seen = reply.sighting();
    if (seen == null) {
      return MessageComposed.Ready.signal(MessageBodies.signal(reply));
    }
    Partner partner = partners.find(held.partner()).orElse(null);
    if (partner == null) {
      return new MessageComposed.Waits(UNKNOWN);
    }
    Optional<String> against = against(partner, now);
    if (against.isPresent()) {
      return new MessageComposed.Waits(against.get());
    }
    Set<Ground> recorded = crossing.recorded(partner, held.shown().vital(), now);
    Basis basis = Objects.requireNonNullElse(reply.basis(), Basis.OTHER);
    Disclosure disclosure =
        crossing.disclosed(trail, subject(id, held, seen.says()), partner, recorded, basis);
    Optional<String> refusal = crossing.refusal(disclosure, partner, recorded);
    if (refusal.isPresent()) return new MessageComposed.Waits(refusal.get());
    Says facts = Crossing.facts(disclosure);
    var handed = new HandedSighting(seen.id(), seen.at(), facts, seen.seen());
    return new MessageComposed.Ready(
        new Sighting(handed), FieldNames.of(handed.told()), basis, null);
  }

  /**
   * Why a photo of the case must not leave now.
   *
   * @param told false where the partner only asks whether it may go on having it
   */
  Optional<String> against(
      String id, String photo, Owned owned, CaseSnapshot snapshot, boolean told, Instant now) {
    Partner partner = partners.find(owned.partner()).orElse(null);
    if (partner == null) {
      return Optional.of(UNKNOWN);
    }
    Optional<String> always = against(partner, now);
    if (always.isPresent()) {
      return always;
    }
    if (crossing.restsOnOneWord(partner, owned)) {
      return Optional.of("another-person-needed");
    }
    Set<Ground> recorded = crossing.recorded(partner, owned.offer().vital(), now);
    List<Subject> all =
        Stream.of(id, photo).map(each -> subject(each, owned, snapshot, Says.EMPTY)).toList();
    AuditTrail look = told ? trail : RECORDED_BEFORE;
    return crossing.refusal(
        crossing.disclosed(look, all, partner, recorded, owned.offer().wish().basis()),
        partner,
        recorded);
  }

  /** Whether it lets no content pass, because the node was restored. */
  public boolean isQuarantined() {
    return quarantined.getAsBoolean();
  }

  /** Why nothing with content can go to a partner at all. */
  public Optional<String> against(Partner partner, Instant now) {
    if (quarantined.getAsBoolean()) return Optional.of("quarantined"); // upholds 6
    if (partners.isExpired(now)) return Optional.of("registry-expired"); // upholds 6
    if (partners.isOutOfKeyTime(now)) {
      return Optional.of("own-key-out-of-time");
    }
    if (!partner.schemas().contains(SCHEMA)) {
      return Optional.of("schema-not-known-there");
    }
    return partner.audiences().contains(Audience.PARTNER)
        ? Optional.empty()
        : Optional.of("partner-not-meant");
  }

  /** The gate's result for an owed message. */
  public sealed interface MessageComposed {

    /**
     * It may go.
     *
     * @param fields names of what it tells; empty for a signal
     * @param basis null for a signal
     * @param told what the partner knows then; null when it is no release or sync
     */
    record Ready(Body body, List<String> fields, @Nullable Basis basis, @Nullable Told told)
        implements MessageComposed {

      static Ready signal(Body.Bare signal) {
        return new Ready(signal, List.of(), null, null);
      }
    }

    /** The partner knows all that it may know of this version. */
    record NothingNew(long caseVersion) implements MessageComposed {}

    /**
     * Not now.
     *
     * @param why a code
     */
    record Waits(String why) implements MessageComposed {}
  }

  /** Permission for content to leave now; only the gate can grant it. */
  public sealed interface Passage {

    /** For exactly one message, and for this attempt. */
    final class Open implements Passage {

      private final InFlight message;

      Open(InFlight message) {
        this.message = message;
      }

      public InFlight message() {
        return message;
      }
    }

    /**
     * Not now.
     *
     * @param why a code
     */
    record Closed(String why) implements Passage {}
  }
}
