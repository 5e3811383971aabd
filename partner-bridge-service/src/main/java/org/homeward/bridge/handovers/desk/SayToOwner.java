package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverDecision;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.bodies.AnswerReason;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Sends the statement of a person at the holder about a partner's case. */
final class SayToOwner {

  private final ChangeHandover changeHandover;
  private final DerivedIds ids;
  private final Clock clock;

  SayToOwner(ChangeHandover changeHandover, DerivedIds ids, Clock clock) {
    this.changeHandover = changeHandover;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An answer to the offer, or that the conflict check is done.
   *
   * @param version the one the person has seen; empty: whichever is there
   */
  WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> answer(
      SeenCase seen,
      OptionalLong version,
      Command command,
      MessageType what,
      @Nullable AnswerReason reason,
      List<Ask> asks) {
    var answer =
        new PartnerAnswer(
            seen.person(),
            reason == null ? null : Code.of(reason),
            asks.stream().map(Code::of).toList(),
            now());
    return say(seen, Check.of(command, version), signal(what, answer));
  }

  /** It stops something, so it needs no version, and nobody is asked what they may see. */
  WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> brake(
      String id, Command command, BrakeReason reason, @Nullable String policeReference, String by) {
    var brake = new Brake(Code.of(reason), policeReference, now());
    return changeHandover.braked(id, command, by, signal(MessageType.BRAKE, brake));
  }

  WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> propose(
      SeenCase seen, Command command, ProposalKind what) {
    var proposal = new Proposal(Code.of(what), now());
    return say(seen, List.of(Check.once(command)), signal(MessageType.PROPOSAL, proposal));
  }

  /** The owner is to forget a sighting that this node told of; as a signal, no rule stops it. */
  WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> withdraw(
      SeenCase seen, Command command, String sighting) {
    var proposal = new Proposal(Code.of(ProposalKind.SIGHTING_WITHDRAWN), now(), sighting);
    String words = Json.wire().writeValueAsString(proposal);
    String id = UUID.randomUUID().toString();
    return say(seen, List.of(Check.once(command)), Reply.withdrawal(id, now(), words, sighting));
  }

  /** The id of the sighting that a command tells of, however often it comes. */
  String sightingOf(Command command) {
    return ids.of("sighting", command.id(), 0);
  }

  /**
   * @param says with the child ids of the handover, and one graded tip at the most
   */
  WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> sight(
      SeenCase seen, Command command, Says says, Basis basis) {
    Reply reply = Reply.sighting(HandedSighting.of(sightingOf(command), now(), says), basis);
    return say(seen, List.of(Check.once(command)), reply);
  }

  private WriteOutcome.OfRequest<Handover, HandoverDecision<Held>> say(
      SeenCase seen, List<Check<Handover, HandoverDecision<Held>>> checks, Reply reply) {
    return changeHandover.said(seen, checks, reply);
  }

  private Reply signal(MessageType type, Body.Bare body) {
    String words = Json.wire().writeValueAsString(body);
    return Reply.signal(UUID.randomUUID().toString(), type, now(), words);
  }

  private Instant now() {
    return clock.instant();
  }
}
