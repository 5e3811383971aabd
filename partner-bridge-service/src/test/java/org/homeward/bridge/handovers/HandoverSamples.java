package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.bridge.handovers.OwnOffer.HandoverWish;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.bodies.AgeBand;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Known;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;

/** Handovers in every state, and what can happen to them. */
final class HandoverSamples {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ReceiptProof PROOF = new ReceiptProof("a", "b", null);

  private static final Offer OFFER =
      new Offer(
          "RS",
          List.of(Code.of(AgeBand.YEARS_7_TO_12)),
          Urgency.HIGH,
          Code.of(OfferReason.ROUTE),
          List.of(Code.of(Ask.TIP_LINE)),
          Known.YES,
          Known.UNKNOWN,
          Known.UNKNOWN,
          List.of("sr"),
          0,
          NOW.plus(Duration.ofHours(8)),
          30);

  private HandoverSamples() {}

  static Owned offered() {
    var wish =
        new HandoverWish(
            OfferReason.ROUTE,
            List.of(Ask.TIP_LINE),
            Purpose.PARTNER_SEARCH,
            Basis.PUBLIC_TASK,
            Urgency.HIGH,
            "p1");
    Owned fresh = Owned.begun("gr", "case", false, wish, new OwnCase(1, false, false, false), NOW);
    return (Owned) delivered(fresh, MessageType.OFFER, null);
  }

  static Handover delivered(Handover was, MessageType type, Told told) {
    return delivered(was, type, told, "{}", ReceiptResult.RECEIVED);
  }

  static Handover delivered(
      Handover was, MessageType type, Told told, String body, ReceiptResult result) {
    long seq = was.exchange().outgoing().lastSeq() + 1;
    var message =
        new InFlight(
            seq, type, "jws", "hash" + seq, body, List.of(), Basis.PUBLIC_TASK, told, null);
    return OutgoingMessages.answered(
            was, message, new OutgoingMessages.MessageResult(result, null), NOW)
        .next();
  }

  static Owned owned(HandoverStatus status) {
    return switch (status) {
      case OFFERED -> offered();
      case ACKNOWLEDGED -> after(offered(), answered(OwnerEvent.Answering.ACKNOWLEDGED));
      case ACCEPTED -> after(offered(), answered(OwnerEvent.Answering.ACCEPTED));
      case REJECTED -> after(offered(), answered(OwnerEvent.Answering.REJECTED));
      case COUNTERED -> after(offered(), answered(OwnerEvent.Answering.COUNTERED));
      case RELEASED ->
          (Owned) delivered(owned(HandoverStatus.ACCEPTED), MessageType.RELEASE, told(1, NOW));
      case ENDED ->
          after(
              owned(HandoverStatus.RELEASED),
              new OwnerEvent.CaseMoved(new OwnCase(2, false, true, false)));
      case REVOKED -> recalled(offered());
      case RECALLED -> recalled(owned(HandoverStatus.RELEASED));
      case CLOSED ->
          after(
              (Owned) delivered(owned(HandoverStatus.RECALLED), MessageType.RECALL, null),
              receipted("hash"));
    };
  }

  /** The recall is made and has not been answered yet. */
  static Owned recalled(Owned was) {
    Owned recalled = after(was, new OwnerEvent.RecallIt(RecallReason.WITHDRAWN));
    return switch (recalled) {
      case Owned.Recalled made -> made.with(made.recall().made("hash", "jws"));
      case Owned.Closed made -> made.with(made.recall().made("hash", "jws"));
      case Owned.Live _, Owned.Rejected _ -> throw new IllegalStateException("not recalled");
    };
  }

  static Told told(long version, Instant at) {
    return new Told(version, Scope.MINIMUM, at, at.plus(Duration.ofDays(30)), "content", false);
  }

  static OwnerEvent answered(OwnerEvent.Answering what) {
    return new OwnerEvent.Answered(what, PartnerAnswer.of("p9", NOW));
  }

  static OwnerEvent receipted(String recall) {
    var proof = recall == null ? PROOF : new ReceiptProof("a", "b", "recall");
    return receipted(recall, ErasureResult.ERASED, proof);
  }

  static OwnerEvent receipted(String recall, ErasureResult result, ReceiptProof proof) {
    return new OwnerEvent.Receipted(
        new HolderReceipt(result, recall, Code.of(RecallReason.LEASE), NOW, List.of(), List.of()),
        proof);
  }

  static Owned after(Owned was, OwnerEvent event) {
    return (Owned) next(OwnerDecisions.decide(was, event, NOW));
  }

  static Held after(Held was, HolderEvent event) {
    return (Held) next(HolderDecisions.decide(was, event, NOW));
  }

  static Handover next(HandoverDecision<? extends Handover> decided) {
    assertThat(decided).isInstanceOf(HandoverDecision.Becomes.class);
    return ((HandoverDecision.Becomes<? extends Handover>) decided).next();
  }

  static Map<String, OwnerEvent> ownerEvents() {
    Map<String, OwnerEvent> events = new LinkedHashMap<>();
    events.put("person: recall", new OwnerEvent.RecallIt(RecallReason.FOUND));
    events.put("person: renew", new OwnerEvent.Renew());
    events.put("restore: an earlier copy", new OwnerEvent.Recovered());
    events.put("person: vital interest", new OwnerEvent.Justify("p1", "DANGER", "ref"));
    events.put("case: newer", moved(false, false, false));
    events.put("case: frozen", moved(true, false, false));
    events.put("case: braked", new OwnerEvent.CaseMoved(seen(true, false)));
    events.put("case: kept from the partner", new OwnerEvent.CaseMoved(seen(false, true)));
    events.put("case: ended", moved(false, true, false));
    events.put("case: erased", moved(false, true, true));
    for (OwnerEvent.Answering what : OwnerEvent.Answering.values()) {
      events.put("partner: " + what, answered(what));
    }
    events.put(
        "partner: SIGHTING",
        new OwnerEvent.Sighted(new HandedSighting("s", NOW, Says.EMPTY, null)));
    events.put(
        "partner: PROPOSAL found",
        new OwnerEvent.Proposed(new Proposal(Code.of(ProposalKind.FOUND), NOW)));
    events.put("partner: BRAKE by a word", braked(false));
    events.put("partner: BRAKE with a reference", braked(true));
    events.put("partner: RECEIPT unasked", receipted(null));
    events.put("partner: RECEIPT for the recall", receipted("hash"));
    events.put(
        "partner: RECEIPT refused for the recall", receipted("hash", ErasureResult.REFUSED, PROOF));
    return events;
  }

  static OwnCase seen(boolean braked, boolean excluded) {
    return new OwnCase(9, false, false, false, braked, excluded, 0);
  }

  static OwnerEvent braked(boolean referenced) {
    return new OwnerEvent.Braked(new Brake(Code.of(BrakeReason.LEGAL), null, NOW), referenced);
  }

  static OwnerEvent moved(boolean frozen, boolean ended, boolean erased) {
    return new OwnerEvent.CaseMoved(new OwnCase(9, frozen, ended, erased));
  }

  static Held held(HandoverStatus status) {
    Held open = HolderDecisions.waiting(Dialogue.begun("rs", "case", false), OFFER);
    return switch (status) {
      case OFFERED -> open;
      case ACKNOWLEDGED -> after(open, said(MessageType.ACKNOWLEDGED));
      case ACCEPTED -> after(open, said(MessageType.ACCEPTED));
      case REJECTED -> after(open, said(MessageType.REJECTED));
      case COUNTERED -> after(open, said(MessageType.COUNTERED));
      case RELEASED -> after(held(HandoverStatus.ACCEPTED), given(1));
      case ENDED -> after(held(HandoverStatus.RELEASED), new HolderEvent.Ended());
      case REVOKED -> after(open, new HolderEvent.Recalled(RecallReason.WITHDRAWN, "hash"));
      case RECALLED ->
          after(
              held(HandoverStatus.RELEASED),
              new HolderEvent.Recalled(RecallReason.WITHDRAWN, "hash"));
      case CLOSED ->
          (Held)
              delivered(
                  after(held(HandoverStatus.RECALLED), copiesErased()),
                  MessageType.RECEIPT,
                  null,
                  "{\"recall\":\"hash\"}",
                  ReceiptResult.RECEIVED);
    };
  }

  static HolderEvent said(MessageType type) {
    return type == MessageType.SIGHTING
        ? new HolderEvent.Say(
            Reply.sighting(new HandedSighting("s", NOW, Says.EMPTY, null), Basis.PUBLIC_TASK))
        : new HolderEvent.Say(Reply.signal("r" + type, type, NOW, "{}"));
  }

  static HolderEvent given(long version) {
    return given(Scope.MINIMUM, version, Says.EMPTY, Duration.ofDays(30));
  }

  static HolderEvent given(Scope scope, long version, Says facts, Duration lease, String... notTo) {
    return new HolderEvent.Given(
        new HandedCase(scope, Map.of(), facts, version, false, Set.of(notTo)),
        NOW.plus(lease),
        Set.of("node:gr", "country:GR"));
  }

  static HolderEvent copiesErased() {
    return new HolderEvent.CopiesErased(new Held.Erased(NOW, List.of(), null));
  }

  static Map<String, HolderEvent> holderEvents() {
    Map<String, HolderEvent> events = new LinkedHashMap<>();
    for (MessageType type :
        List.of(
            MessageType.ACKNOWLEDGED,
            MessageType.ACCEPTED,
            MessageType.REJECTED,
            MessageType.COUNTERED,
            MessageType.CHECKED,
            MessageType.SIGHTING,
            MessageType.PROPOSAL,
            MessageType.BRAKE)) {
      events.put("person: " + type, said(type));
    }
    events.put("person: vital interest", new HolderEvent.Justify("p1", "DANGER", "ref"));
    events.put("owner: OFFER", new HolderEvent.Offered(null));
    events.put("owner: RELEASE or SYNC", given(2));
    events.put("owner: everything", given(Scope.FULL, 3, Says.EMPTY, Duration.ofDays(30)));
    events.put("owner: FREEZE", new HolderEvent.Frozen());
    events.put("owner: END", new HolderEvent.Ended());
    events.put("owner: RECALL", new HolderEvent.Recalled(RecallReason.FOUND, "other"));
    events.put("node: copies erased", copiesErased());
    return events;
  }
}
