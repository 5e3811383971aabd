package org.homeward.bridge.handovers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;

/** Writes a decided handover, with the alarms of its new state. */
public final class ChangeHandover {

  private final GuardedDocuments<Handover> handovers;
  private final Clock clock;

  ChangeHandover(GuardedDocuments<Handover> handovers, Clock clock) {
    this.handovers = handovers;
    this.clock = clock;
  }

  public Optional<Guarded<Handover>> find(String id) {
    return handovers.find(id);
  }

  /** A person at the holder answers, proposes or tells of a sighting. */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> said(
      SeenCase seen, List<Check<Handover, HandoverDecision<Held>>> checks, Reply reply) {
    return held(seen, checks, new HolderEvent.Say(reply));
  }

  /** A person at the holder says that a life may depend on a sighting's reaching the owner. */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> justifiedSighting(
      SeenCase seen, Command command, String justification, String reference) {
    return held(
        seen,
        List.of(Check.once(command)),
        new HolderEvent.Justify(seen.person(), justification, reference));
  }

  private WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> held(
      SeenCase seen, List<Check<Handover, HandoverDecision<Held>>> checks, HolderEvent event) {
    return handovers.change(seen.asked(), checks, read -> held(read, seen.person(), event));
  }

  /** A person's brake at the holder; it needs no proof of anything. */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> braked(
      String id, Command command, String by, Reply brake) {
    return handovers.change(
        id, List.of(Check.once(command)), read -> held(read, by, new HolderEvent.Say(brake)));
  }

  /** An event for the holder. */
  WriteOutcome.OfChanging<Handover, HandoverDecision<Held>> held(
      String id, String by, HolderEvent event) {
    return handovers.change(id, read -> held(read, by, event));
  }

  private Decision<Handover, HandoverDecision<Held>> held(
      Guarded<Handover> read, String by, HolderEvent event) {
    return switch (read.state()) {
      case Held held -> decision(read, HolderDecisions.decide(held, event, now()), by);
      case Owned _ ->
          Decision.keep(
              new HandoverDecision.Refused<>(HandoverDecision.Refusal.NOT_THE_HOLDER, Set.of()));
    };
  }

  /** A person at the owner wants the holder's lease to begin anew. */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Owned>> renewed(
      SeenCase seen, Command command) {
    return owned(seen, command, new OwnerEvent.Renew());
  }

  /**
   * A person at the owner recalls the case.
   *
   * @param isFalse whether the reason contradicts what is known here; asked of no repetition
   */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Owned>> recalled(
      SeenCase seen, Command command, RecallReason reason, BooleanSupplier isFalse) {
    return handovers.change(
        seen.asked(),
        List.of(
            Check.once(command),
            Check.refusal(
                state -> state instanceof Owned ? falseRecall(isFalse) : Optional.empty())),
        read -> owned(read, seen.person(), new OwnerEvent.RecallIt(reason)));
  }

  private static Optional<HandoverDecision<Owned>> falseRecall(BooleanSupplier isFalse) {
    return isFalse.getAsBoolean()
        ? Optional.of(
            new HandoverDecision.Refused<>(HandoverDecision.Refusal.NOBODY_SAID_FOUND, Set.of()))
        : Optional.empty();
  }

  /** A person at the owner says that a life may depend on the partner's knowing of the case. */
  public WriteOutcome.OfRequest<Handover, HandoverDecision<Owned>> justifiedOffer(
      SeenCase seen, Command command, String justification, String reference) {
    return owned(seen, command, new OwnerEvent.Justify(seen.person(), justification, reference));
  }

  private WriteOutcome.OfRequest<Handover, HandoverDecision<Owned>> owned(
      SeenCase seen, Command command, OwnerEvent event) {
    return handovers.change(
        seen.asked(), List.of(Check.once(command)), read -> owned(read, seen.person(), event));
  }

  /** A person at the owner offers the case anew in place of this handover. */
  public void replaced(String id, String by) {
    WriteOutcome.OfChanging<Handover, HandoverDecision<Owned>> _ =
        owned(id, by, new OwnerEvent.RecallIt(RecallReason.WITHDRAWN));
  }

  /** An event for the owner. */
  WriteOutcome.OfChanging<Handover, HandoverDecision<Owned>> owned(
      String id, String by, OwnerEvent event) {
    return handovers.change(id, read -> owned(read, by, event));
  }

  private Decision<Handover, HandoverDecision<Owned>> owned(
      Guarded<Handover> read, String by, OwnerEvent event) {
    return switch (read.state()) {
      case Owned owned -> decision(read, OwnerDecisions.decide(owned, event, now()), by);
      case Held _ ->
          Decision.keep(
              new HandoverDecision.Refused<>(HandoverDecision.Refusal.NOT_THE_OWNER, Set.of()));
    };
  }

  /** The message has its number from now on, unless somebody has written since it was decided. */
  public void intend(Guarded<Handover> read, InFlight message, Body body) {
    write(read, HandoverDecision.stops(OutgoingMessages.intended(read.state(), message, body)));
  }

  /** The partner has everything it may know of this version of the case. */
  public void upToDate(Guarded<Handover> read, long caseVersion) {
    write(read, HandoverDecision.stops(OutgoingMessages.upToDate(read.state(), caseVersion)));
  }

  /** Only on what was read: a decision of the gate is about exactly that. */
  private void write(Guarded<Handover> read, HandoverDecision.Becomes<Handover> becomes) {
    WriteOutcome.OfWriting<Handover, Boolean> _ =
        handovers.write(read, edit(becomes, read.dues(), "bridge", now()), true);
  }

  /**
   * Notes the partner's answer to the message in flight; nothing when it is answered already.
   *
   * @param cause of a refusal
   */
  public void answered(
      Guarded<Handover> read, InFlight message, ReceiptResult answer, @Nullable Cause cause) {
    var result = new OutgoingMessages.MessageResult(answer, cause);
    change(
        read.id(),
        "partner-" + read.state().partner(),
        current ->
            isInFlight(current, message)
                ? Optional.of(OutgoingMessages.answered(current.state(), message, result, now()))
                : Optional.empty());
  }

  private static boolean isInFlight(Guarded<Handover> read, InFlight message) {
    InFlight now = read.state().exchange().outgoing().inFlight();
    return now != null && now.seq() == message.seq() && now.hash().equals(message.hash());
  }

  /** Any other change; empty leaves the document. */
  void change(
      String id,
      String by,
      Function<Guarded<Handover>, Optional<HandoverDecision.Becomes<? extends Handover>>> next) {
    WriteOutcome.OfChanging<Handover, Boolean> _ =
        handovers.change(
            id,
            read ->
                next.apply(read)
                    .map(becomes -> Decision.write(edit(becomes, read.dues(), by, now()), true))
                    .orElseGet(() -> Decision.keep(false)));
  }

  /** Restores the alarms that the state requires. */
  public void settle(String id) {
    WriteOutcome.OfChanging<Handover, Boolean> _ =
        handovers.change(
            id,
            read -> {
              Map<String, Instant> dues = Dues.of(read.state(), read.dues(), now());
              return dues.equals(read.dues())
                  ? Decision.keep(false)
                  : Decision.write(
                      Edit.of(read.state(), "bridge").withDues(dues).asEssential(), true);
            });
  }

  public static Edit<Handover> edit(
      HandoverDecision.Becomes<? extends Handover> becomes,
      Map<String, Instant> earlier,
      String by,
      Instant now) {
    Map<String, Instant> dues = Dues.of(becomes.next(), earlier, now);
    if (becomes.forget()) {
      dues.put(KeptHistory.FORGET_DUE, now); // upholds 7
    }
    List<String> changes = becomes.changes().stream().map(ChangeType::text).toList();
    Edit<Handover> edit = new Edit<>(becomes.next(), changes, dues, by, null, false);
    return becomes.essential() ? edit.asEssential() : edit;
  }

  private <H extends Handover> Decision<Handover, HandoverDecision<H>> decision(
      Guarded<Handover> read, HandoverDecision<H> decided, String by) {
    return decided instanceof HandoverDecision.Becomes<H> becomes
        ? Decision.write(edit(becomes, read.dues(), by, now()), decided)
        : Decision.keep(decided);
  }

  private Instant now() {
    return clock.instant();
  }
}
