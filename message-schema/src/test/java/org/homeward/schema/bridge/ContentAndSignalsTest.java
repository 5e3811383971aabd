package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.schema.bridge.TwoNodes.NOW;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;
import static org.homeward.schema.bridge.TwoNodes.RS;
import static org.homeward.schema.bridge.TwoNodes.open;
import static org.homeward.schema.bridge.TwoNodes.signed;
import static org.homeward.schema.bridge.TwoNodes.taken;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Each hindrance that stops content and lets signals through. */
class ContentAndSignalsTest {

  private static final Registry EXPIRED =
      new Registry(4, NOW.minusSeconds(99), NOW.minusSeconds(1), REGISTRY.partners());

  @ParameterizedTest
  @EnumSource(MessageType.class)
  @Proves(6)
  void anExpiredRegistryStopsContentAndNoSignal(MessageType type) {
    byte[] bytes = MessageSigner.write(type, TwoNodes.body(type));
    SignedMessage signed =
        MessageSigner.sign(TwoNodes.message(type, 2, bytes), TwoNodes.sender(type).signing());
    byte[] sealed = Seal.seal(signed, bytes, TwoNodes.sealing(TwoNodes.receiver(type)), NOW);
    Arrival arrival = TwoNodes.opener(type).open(sealed, EXPIRED, NOW);
    if (type.isContent()) {
      assertThat(((Arrival.Refused) arrival).cause()).isEqualTo(Cause.REGISTRY_EXPIRED);
    } else {
      taken(arrival);
    }
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  @Proves(6)
  void aClockThatIsOffStopsContentAndNoSignal(MessageType type) {
    byte[] bytes = MessageSigner.write(type, TwoNodes.body(type));
    SignedMessage signed =
        MessageSigner.sign(TwoNodes.message(type, 2, bytes), TwoNodes.sender(type).signing());
    for (Duration off : new Duration[] {Duration.ofSeconds(301), Duration.ofSeconds(-301)}) {
      Jwk key = TwoNodes.sealing(TwoNodes.receiver(type));
      Arrival arrival =
          TwoNodes.opener(type).open(Seal.seal(signed, bytes, key, NOW.plus(off)), REGISTRY, NOW);
      if (type.isContent()) {
        assertThat(arrival).isEqualTo(new Arrival.Unanswered(TransportRefusal.SKEWED));
        taken(
            TwoNodes.opener(type).open(Seal.seal(signed, null, key, NOW.plus(off)), REGISTRY, NOW));
      } else {
        taken(arrival);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  @Proves(6)
  void aNewerSchemaStopsContentAndNoSignal(MessageType type) {
    byte[] body = "{\"newer\":{\"than\":\"ours\"}}".getBytes(StandardCharsets.UTF_8);
    ObjectNode json = Json.wire().valueToTree(TwoNodes.message(type, 2, body));
    json.put("v", 2).put("schema", 2).put("mood", "calm");
    Arrival arrival = open(type, signed(type, json), body);
    if (type.isContent()) {
      assertThat(((Arrival.Refused) arrival).cause()).isEqualTo(Cause.SCHEMA_NOT_KNOWN);
    } else {
      Arrival.Taken taken = taken(arrival);
      assertThat(taken.said()).isInstanceOf(type.body());
      assertThat(taken.unknownFields()).isEqualTo(1);
    }
  }

  @Test
  void aSignalThatCannotBeReadMeansTheLeastItCan() {
    byte[] garbage = "{{{".getBytes(StandardCharsets.UTF_8);
    assertThat(said(MessageType.FREEZE, garbage)).isEqualTo(new Freeze(NOW));
    assertThat(said(MessageType.RECALL, garbage))
        .isEqualTo(new Recall(Code.of(RecallReason.OTHER), NOW));
    assertThat(((HolderReceipt) said(MessageType.RECEIPT, garbage)).result())
        .isEqualTo(ErasureResult.REFUSED);
  }

  @Test
  void contentThatCannotBeReadIsRefusedWithCause() {
    byte[] garbage = "{\"content\":{},\"leaseUntil\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    Message message = TwoNodes.message(MessageType.RELEASE, 2, garbage);
    Arrival arrival = open(MessageType.RELEASE, MessageSigner.sign(message, RS.signing()), garbage);
    assertThat(((Arrival.Refused) arrival).cause()).isEqualTo(Cause.BODY_UNREADABLE);
  }

  @Test
  void aKeyOutOfItsTimeSignsSignalsOnly() {
    Instant late = NOW.plusSeconds(7200);
    for (MessageType type : new MessageType[] {MessageType.RELEASE, MessageType.RECALL}) {
      byte[] bytes = MessageSigner.write(type, TwoNodes.body(type));
      Message m = TwoNodes.message(type, 2, bytes);
      Message then =
          new Message(
              1,
              "rs",
              "gr",
              m.handover(),
              m.direction(),
              0,
              2,
              m.prev(),
              late,
              type,
              1,
              m.status(),
              m.body());
      byte[] sealed =
          Seal.seal(
              MessageSigner.sign(then, RS.signing()), bytes, TwoNodes.sealing(TwoNodes.GR), late);
      Arrival arrival = TwoNodes.opener(type).open(sealed, REGISTRY, late);
      if (type.isContent()) {
        assertThat(arrival).isEqualTo(new Arrival.Unanswered(TransportRefusal.KEY_NOT_KNOWN));
      } else {
        taken(arrival);
      }
    }
  }

  private static Body said(MessageType type, byte[] body) {
    Message message = TwoNodes.message(type, 2, body);
    return taken(open(type, MessageSigner.sign(message, TwoNodes.sender(type).signing()), body))
        .said();
  }
}
