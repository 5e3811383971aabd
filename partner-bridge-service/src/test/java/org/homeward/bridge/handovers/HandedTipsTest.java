package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.said;

import java.util.List;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.OutgoingMessages.MessageResult;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.schema.bridge.Cause;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many tips go to the owner, and that none goes that its holder has taken back. */
class HandedTipsTest {

  private static final MessageResult RECEIVED = new MessageResult(ReceiptResult.RECEIVED, null);
  private static final int MOST_WAITING = 100;

  static List<MessageResult> untold() {
    return List.of(
        new MessageResult(ReceiptResult.SUPERSEDED, null),
        new MessageResult(ReceiptResult.REFUSED, Cause.TOO_MANY),
        new MessageResult(ReceiptResult.REFUSED, Cause.REGISTRY_EXPIRED));
  }

  @ParameterizedTest
  @MethodSource("untold")
  @Proves(7)
  void tipThatIsTakenBackUnderWayGoesOnWithoutItsWordsAndIsNotToldAgain(MessageResult result) {
    Held underWay = sending(after(released(), tip("s1")));

    Held back = after(underWay, takenBack("s1"));

    assertThat(back.exchange().outgoing().inFlight().body()).isNull();
    assertThat(back.exchange().outgoing().inFlight().jws()).isEqualTo("jws");
    assertThatTheOwnerHearsOnlyThatItIsTakenBack(answered(back, result));
  }

  @ParameterizedTest
  @MethodSource("untold")
  @Proves(7)
  void tipThatIsTakenBackAfterTheAnswerIsNotToldAgain(MessageResult result) {
    Held untold = answered(sending(after(released(), tip("s1"))), result);
    assertThat(Owed.by(untold, NOW)).as("it is still to be told").isPresent();

    assertThatTheOwnerHearsOnlyThatItIsTakenBack(after(untold, takenBack("s1")));
  }

  @Test
  @Proves(7)
  void tipThatArrivedWhileItWasTakenBackIsTakenBackThere() {
    Held back = after(sending(after(released(), tip("s1"))), takenBack("s1"));

    assertThatTheOwnerHearsOnlyThatItIsTakenBack(answered(back, RECEIVED));
  }

  @Test
  void anotherTipUnderWayKeepsItsWordsAndIsToldAgain() {
    Held both = after(sending(after(released(), tip("s1"))), tip("s2"));

    Held back = after(both, takenBack("s2"));

    assertThat(back.exchange().outgoing().inFlight().body()).isEqualTo("{}");
    Held overtaken = answered(back, new MessageResult(ReceiptResult.SUPERSEDED, null));
    Held told = answered(sending(overtaken), RECEIVED);
    assertThat(Owed.by(told, NOW).orElseThrow().reply().id()).isEqualTo("s1");
  }

  private static void assertThatTheOwnerHearsOnlyThatItIsTakenBack(Held was) {
    assertThat(Owed.by(was, NOW).orElseThrow().reply().withdraws()).isEqualTo("s1");
    assertThat(Owed.by(answered(sending(was), RECEIVED), NOW)).isEmpty();
  }

  @Test
  @Proves(7)
  void takingBackIsNeverTooMuchAndMakesRoom() {
    Held full = released();
    for (int n = 0; n < MOST_WAITING; n++) {
      full = after(full, tip("s" + n));
    }
    assertRefused(HolderDecisions.decide(full, tip("more"), NOW));

    Held back = after(after(full, takenBack("s1")), takenBack("told before"));

    assertThat(HolderDecisions.decide(back, takenBack("s1"), NOW))
        .as("again")
        .isEqualTo(HandoverDecision.same());
    Held filled = after(back, tip("more"));
    assertRefused(HolderDecisions.decide(filled, tip("still more"), NOW));
    assertThat(HolderDecisions.decide(filled, takenBack("s2"), NOW))
        .isInstanceOfSatisfying(
            HandoverDecision.Becomes.class,
            becomes -> assertThat(becomes.essential()).as("whatever the size").isTrue());
  }

  @Test
  @Proves(4)
  void takingBackATipTakesNoBrakeBack() {
    Held braked = after(released(), said(MessageType.BRAKE));

    assertThat(after(braked, takenBack("rBRAKE")).exchange().replies())
        .extracting(Reply::type)
        .contains(MessageType.BRAKE);
  }

  @Test
  @Proves(2)
  void ownerTakesNoMoreTipsThanItsCaseKeeps() {
    Owned told = owned(HandoverStatus.RELEASED);
    for (int n = 0; n < HandedSighting.MOST; n++) {
      told = after(told, new OwnerEvent.Sighted(sighting("s" + n)));
    }

    assertRefused(OwnerDecisions.decide(told, new OwnerEvent.Sighted(sighting("more")), NOW));
    assertThat(OwnerDecisions.decide(told, new OwnerEvent.Sighted(sighting("s0")), NOW))
        .isEqualTo(HandoverDecision.same());
  }

  private static void assertRefused(HandoverDecision<? extends Handover> decided) {
    assertThat(decided)
        .isInstanceOfSatisfying(
            HandoverDecision.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(Refusal.FULL));
  }

  private static Held released() {
    Held released = held(HandoverStatus.RELEASED);
    return released.with(released.exchange().with(List.of()));
  }

  private static HandedSighting sighting(String id) {
    return new HandedSighting(id, NOW, Says.EMPTY, null);
  }

  private static HolderEvent tip(String id) {
    return new HolderEvent.Say(Reply.sighting(sighting(id), Basis.PUBLIC_TASK));
  }

  private static HolderEvent takenBack(String sighting) {
    return new HolderEvent.Say(Reply.withdrawal("back of " + sighting, NOW, "{}", sighting));
  }

  /** What is owed first has its number, and an attempt failed. */
  private static Held sending(Held was) {
    Reply reply = Owed.by(was, NOW).orElseThrow().reply();
    Exchange.Outgoing out = was.exchange().outgoing();
    long seq = out.lastSeq() + 1;
    var message =
        new InFlight(
            seq,
            reply.type(),
            "jws",
            "h" + seq,
            "{}",
            List.of(),
            Basis.PUBLIC_TASK,
            null,
            reply.id());
    var begun = new Exchange.Outgoing(out.lastSeq(), out.lastHash(), message, 1, null, null);
    return was.with(was.exchange().with(begun));
  }

  private static Held answered(Held was, MessageResult result) {
    InFlight message = was.exchange().outgoing().inFlight();
    return (Held) OutgoingMessages.answered(was, message, result, NOW).next();
  }
}
