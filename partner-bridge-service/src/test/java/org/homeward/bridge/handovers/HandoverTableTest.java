package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.schema.bridge.Ask;
import org.homeward.schema.bridge.Brake;
import org.homeward.schema.bridge.BrakeReason;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.DeliveryResult;
import org.homeward.schema.bridge.ErasureResult;
import org.homeward.schema.bridge.HolderReceipt;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.OfferReason;
import org.homeward.schema.bridge.PartnerAnswer;
import org.homeward.schema.bridge.Proposal;
import org.homeward.schema.bridge.ProposalKind;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.Urgency;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.RecallReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Every event that can come, against every state that can be there, on both sides. */
class HandoverTableTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Path TABLE = Path.of("handover-decisions.md");
  private static final ReceiptProof PROOF = new ReceiptProof("a", "b", null);

  private static Owned offered() {
    var wish =
        new Wish(
            OfferReason.ROUTE,
            List.of(Ask.TIP_LINE),
            Purpose.PARTNER_SEARCH,
            Basis.PUBLIC_TASK,
            Urgency.HIGH,
            "p1");
    Owned fresh =
        Owned.offered("gr", "case", false, wish, new CaseSeen(1, false, false, false), NOW);
    return (Owned) delivered(fresh, MessageType.OFFER, null);
  }

  private static Handover delivered(Handover was, MessageType type, Told told) {
    long seq = was.exchange().outgoing().lastSeq() + 1;
    var message =
        new InFlight(
            seq, type, "jws", "hash" + seq, "{}", List.of(), Basis.PUBLIC_TASK, told, null);
    return Deliveries.answered(was, message, DeliveryResult.RECEIVED, null, NOW).next();
  }

  private static Owned owned(HandoverStatus status) {
    return switch (status) {
      case OFFERED -> offered();
      case ACKNOWLEDGED -> after(offered(), answered(OwnerEvent.Answering.ACKNOWLEDGED));
      case ACCEPTED -> after(offered(), answered(OwnerEvent.Answering.ACCEPTED));
      case REJECTED -> after(offered(), answered(OwnerEvent.Answering.REJECTED));
      case COUNTERED -> after(offered(), answered(OwnerEvent.Answering.COUNTERED));
      case RELEASED ->
          (Owned)
              delivered(owned(HandoverStatus.ACCEPTED), MessageType.RELEASE, told(1, NOW));
      case ENDED ->
          after(
              owned(HandoverStatus.RELEASED),
              new OwnerEvent.CaseMoved(new CaseSeen(2, false, true, false)));
      case REVOKED -> after(offered(), new OwnerEvent.RecallIt(RecallReason.WITHDRAWN));
      case RECALLED ->
          after(
              owned(HandoverStatus.RELEASED), new OwnerEvent.RecallIt(RecallReason.WITHDRAWN));
      case CLOSED -> after(owned(HandoverStatus.RELEASED), receipted(null));
    };
  }

  private static Told told(long version, Instant at) {
    return new Told(
        version, Scope.MINIMUM, at, at.plus(Duration.ofDays(30)), "content", false);
  }

  private static OwnerEvent answered(OwnerEvent.Answering what) {
    return new OwnerEvent.Answered(what, PartnerAnswer.of("p9", NOW));
  }

  private static OwnerEvent receipted(String recall) {
    return new OwnerEvent.Receipted(
        new HolderReceipt(
            ErasureResult.ERASED, recall, Code.of(RecallReason.LEASE), NOW, List.of(), List.of()),
        PROOF);
  }

  private static Owned after(Owned was, OwnerEvent event) {
    return (Owned) next(OwnerDecisions.decide(was, event, NOW));
  }

  private static Held after(Held was, HolderEvent event) {
    return (Held) next(HolderDecisions.decide(was, event, NOW));
  }

  private static Handover next(Decided<? extends Handover> decided) {
    assertThat(decided).isInstanceOf(Decided.Becomes.class);
    return ((Decided.Becomes<? extends Handover>) decided).next();
  }

  private static Map<String, OwnerEvent> ownerEvents() {
    Map<String, OwnerEvent> events = new LinkedHashMap<>();
    events.put("person: recall", new OwnerEvent.RecallIt(RecallReason.FOUND));
    events.put("person: vital interest", new OwnerEvent.Justify("p1", "DANGER", "ref"));
    events.put("case: newer", moved(false, false, false));
    events.put("case: frozen", moved(true, false, false));
    events.put("case: ended", moved(false, true, false));
    events.put("case: erased", moved(false, true, true));
    for (OwnerEvent.Answering what : OwnerEvent.Answering.values()) {
      events.put("partner: " + what, answered(what));
    }
    events.put(
        "partner: SIGHTING", new OwnerEvent.Sighted(new HandedSighting("s", NOW, Says.EMPTY)));
    events.put("partner: PROPOSAL found", new OwnerEvent.Proposed(new Proposal(Code.of(ProposalKind.FOUND), NOW)));
    events.put("partner: BRAKE", new OwnerEvent.Braked(new Brake(Code.of(BrakeReason.LEGAL), null, NOW)));
    events.put("partner: RECEIPT", receipted(null));
    return events;
  }

  private static OwnerEvent moved(boolean frozen, boolean ended, boolean erased) {
    return new OwnerEvent.CaseMoved(new CaseSeen(9, frozen, ended, erased));
  }

  private static Held held(HandoverStatus status) {
    Held offered = Held.offered("rs", "case", false, null);
    Held open = offered.with().status(HandoverStatus.OFFERED).build();
    return switch (status) {
      case OFFERED -> open;
      case ACKNOWLEDGED -> after(open, said(MessageType.ACKNOWLEDGED));
      case ACCEPTED -> after(open, said(MessageType.ACCEPTED));
      case REJECTED -> after(open, said(MessageType.REJECTED));
      case COUNTERED -> after(open, said(MessageType.COUNTERED));
      case RELEASED -> after(held(HandoverStatus.ACCEPTED), given(1));
      case ENDED -> after(held(HandoverStatus.RELEASED), new HolderEvent.Ended());
      case REVOKED ->
          after(open, new HolderEvent.Recalled(RecallReason.WITHDRAWN, "hash"));
      case RECALLED ->
          after(
              held(HandoverStatus.RELEASED),
              new HolderEvent.Recalled(RecallReason.WITHDRAWN, "hash"));
      case CLOSED ->
          (Held)
              delivered(
                  after(held(HandoverStatus.RECALLED), copiesErased()),
                  MessageType.RECEIPT,
                  null);
    };
  }

  private static HolderEvent said(MessageType type) {
    return type == MessageType.SIGHTING
        ? new HolderEvent.Say(
            Reply.sighting(new HandedSighting("s", NOW, Says.EMPTY), Basis.PUBLIC_TASK))
        : new HolderEvent.Say(Reply.signal("r" + type, type, NOW, "{}"));
  }

  private static HolderEvent given(long version) {
    return new HolderEvent.Given(
        new HandedCase(Scope.MINIMUM, Map.of(), Says.EMPTY, version, false, Set.of()),
        NOW.plus(Duration.ofDays(30)));
  }

  private static HolderEvent copiesErased() {
    return new HolderEvent.CopiesErased(new Held.Erased(NOW, List.of(), null));
  }

  private static Map<String, HolderEvent> holderEvents() {
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
    events.put("owner: FREEZE", new HolderEvent.Frozen());
    events.put("owner: END", new HolderEvent.Ended());
    events.put("owner: RECALL", new HolderEvent.Recalled(RecallReason.FOUND, "other"));
    events.put("node: copies erased", copiesErased());
    return events;
  }

  @Test
  void tableOfDecisionsIsAsPrinted() throws IOException {
    var table = new StringBuilder();
    table.append("# What an event does to a handover\n\n");
    table.append("Generated by `HandoverTableTest` from `OwnerDecisions` and ");
    table.append("`HolderDecisions`.\n\n## The owner\n\n");
    table.append("| handover | event | outcome | owes the partner |\n|---|---|---|---|\n");
    for (HandoverStatus status : HandoverStatus.values()) {
      ownerEvents()
          .forEach(
              (name, event) -> {
                Owned was = owned(status);
                row(table, was, name, OwnerDecisions.decide(was, event, NOW));
              });
    }
    table.append("\n## The holder\n\n");
    table.append("| handover | event | outcome | owes the partner |\n|---|---|---|---|\n");
    for (HandoverStatus status : HandoverStatus.values()) {
      holderEvents()
          .forEach(
              (name, event) -> {
                Held was = held(status);
                row(table, was, name, HolderDecisions.decide(was, event, NOW));
              });
    }
    Files.writeString(Path.of("target", "handover-decisions.md"), table);

    assertThat(table.toString())
        .as("copy target/handover-decisions.md when the change is wanted")
        .isEqualTo(Files.exists(TABLE) ? Files.readString(TABLE) : "");
  }

  private static void row(
      StringBuilder table, Handover was, String event, Decided<? extends Handover> decided) {
    String outcome =
        switch (decided) {
          case Decided.Same<?>() -> "is so already, or late";
          case Decided.Refused<?>(Decided.Refusal why, var _) -> "refused: " + why;
          case Decided.Becomes<?> becomes ->
              becomes.changes().stream()
                      .map(change -> change.text())
                      .collect(Collectors.joining(", "))
                  + " → "
                  + becomes.next().status()
                  + (becomes.essential() ? " (never refused for size)" : "")
                  + (becomes.forget() ? ", forgets" : "");
        };
    Handover now =
        decided instanceof Decided.Becomes<? extends Handover> becomes ? becomes.next() : was;
    String owed = Owed.by(now, NOW).map(o -> o.type().name()).orElse("–");
    table.append(
        "| %s | %s | %s | %s |\n".formatted(was.status(), event, outcome.strip(), owed));
  }

  @Test
  @Proves(11)
  void silenceOfAPartnerIsATaskThenTheEnd() {
    Owned waits = offered();

    Owned unseen = rang(waits, Duration.ofMinutes(15)).orElseThrow();
    assertThat(unseen.open()).containsExactly(HandoverTask.ACKNOWLEDGEMENT_OVERDUE);
    assertThat(rang(unseen, Duration.ofMinutes(16))).isEmpty();
    Owned unanswered = rang(unseen, Duration.ofHours(8)).orElseThrow();
    assertThat(unanswered.open()).contains(HandoverTask.ANSWER_OVERDUE);
    Owned over = rang(unanswered, Duration.ofHours(12)).orElseThrow();
    assertThat(over.status()).isEqualTo(HandoverStatus.REVOKED);
    assertThat(over.open()).containsExactly(HandoverTask.GAVE_UP);
    assertThat(Owed.by(over, NOW).orElseThrow().type()).isEqualTo(MessageType.RECALL);
    Owned late = rang(over, Duration.ofHours(13)).orElseThrow();
    assertThat(late.open()).contains(HandoverTask.RECEIPT_OVERDUE);
  }

  private static Optional<Owned> rang(Owned was, Duration after) {
    return OwnerDecisions.decide(was, new OwnerEvent.ClockRang(), NOW.plus(after))
            instanceof Decided.Becomes<Owned> becomes
        ? Optional.of(becomes.next())
        : Optional.empty();
  }

  @Test
  @Proves(7)
  void leaseThatEndsErasesByItself() {
    Held held = held(HandoverStatus.RELEASED);
    Instant end = NOW.plus(Duration.ofDays(30));
    assertThat(Dues.of(held, Map.of(), NOW)).containsEntry(Dues.CLOCK, end);

    Decided<Held> decided = HolderDecisions.decide(held, new HolderEvent.ClockRang(), end);

    assertThat(decided).isInstanceOf(Decided.Becomes.class);
    var becomes = (Decided.Becomes<Held>) decided;
    assertThat(becomes.forget()).isTrue();
    assertThat(becomes.next().content()).isNull();
    assertThat(becomes.next().status()).isEqualTo(HandoverStatus.RECALLED);
    Held gone = after(becomes.next(), copiesErased());
    assertThat(Owed.by(gone, end).orElseThrow().type()).isEqualTo(MessageType.RECEIPT);
  }

  @Test
  void halfOfALeaseRenewsItWhileTheCaseIsOpen() {
    Owned released = owned(HandoverStatus.RELEASED);
    Instant half = NOW.plus(Duration.ofDays(15));

    assertThat(Owed.by(released, NOW)).isEmpty();
    assertThat(Owed.by(released, half).orElseThrow().type()).isEqualTo(MessageType.SYNC);
    assertThat(Dues.of(released, Map.of(), NOW)).containsEntry(Dues.CLOCK, half);
  }

  @Test
  void refusedOfferIsNoOfferAnyMoreUnlessTheReasonPasses() {
    Owned fresh =
        Owned.offered(
            "gr", "case", false, offered().wish(), new CaseSeen(1, false, false, false), NOW);
    var message =
        new InFlight(
            1, MessageType.OFFER, "jws", "h", "{}", List.of(), Basis.OTHER, null, null);

    Handover never =
        Deliveries.answered(
                fresh, message, DeliveryResult.REFUSED, Cause.EXERCISE_AND_REAL, NOW)
            .next();
    Handover later =
        Deliveries.answered(
                fresh, message, DeliveryResult.REFUSED, Cause.REGISTRY_EXPIRED, NOW)
            .next();

    assertThat(never.status()).isEqualTo(HandoverStatus.REJECTED);
    assertThat(Owed.by(later, NOW).orElseThrow().type()).isEqualTo(MessageType.OFFER);
    assertThat(later.exchange().outgoing().next()).isAfter(NOW);
  }
}
