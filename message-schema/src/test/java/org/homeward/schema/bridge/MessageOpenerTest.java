package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.schema.bridge.TwoNodes.NOW;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;
import static org.homeward.schema.bridge.TwoNodes.RS;
import static org.homeward.schema.bridge.TwoNodes.open;
import static org.homeward.schema.bridge.TwoNodes.signed;
import static org.homeward.schema.bridge.TwoNodes.taken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MessageOpenerTest {

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void whatIsSealedOpensToTheSame(MessageType type) {
    Body body = TwoNodes.body(type);
    byte[] bytes = MessageSigner.write(type, body);
    Message message = TwoNodes.message(type, 2, bytes);
    SignedMessage signed = MessageSigner.sign(message, TwoNodes.sender(type).signing());
    Arrival.Taken taken = taken(open(type, signed, bytes));
    assertThat(taken.message()).isEqualTo(message);
    assertThat(taken.said()).isEqualTo(body);
    assertThat(taken.body()).isEqualTo(bytes);
    assertThat(taken.signed().hash())
        .isEqualTo(signed.hash())
        .isEqualTo(Hashes.of(signed.payload()));
    assertThat(taken.signed().jws()).isEqualTo(signed.jws());
    assertThat(taken.sentAt()).isEqualTo(NOW);
    assertThat(taken.unknownFields()).isZero();
    assertThat(SignedMessage.stored(signed.jws()).payload()).isEqualTo(signed.payload());
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void aBodyMayBeWithheldButNotExchanged(MessageType type) {
    byte[] bytes = MessageSigner.write(type, TwoNodes.body(type));
    SignedMessage signed =
        MessageSigner.sign(TwoNodes.message(type, 2, bytes), TwoNodes.sender(type).signing());
    assertThat(taken(open(type, signed, null)).isWithheld()).isEqualTo(type.isContent());
    byte[] other = bytes.clone();
    other[other.length - 2] ^= 1;
    assertThat(open(type, signed, other))
        .isEqualTo(new Arrival.Unanswered(TransportRefusal.BODY_MISMATCH));
  }

  @Test
  void anyFlippedByteOfTheSignedMessageIsRefused() {
    byte[] bytes = MessageSigner.write(MessageType.RELEASE, TwoNodes.body(MessageType.RELEASE));
    SignedMessage signed =
        MessageSigner.sign(TwoNodes.message(MessageType.RELEASE, 2, bytes), RS.signing());
    byte[] jws = signed.jws().getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < jws.length; i++) {
      for (int bit : new int[] {1, 2, 32}) {
        byte[] flipped = jws.clone();
        flipped[i] ^= (byte) bit;
        String text = new String(flipped, StandardCharsets.ISO_8859_1);
        try {
          Signatures.verify(text, Jws.MESSAGE, REGISTRY);
          throw new AssertionError("taken with byte " + i + " flipped by " + bit);
        } catch (Unopened refused) {
          assertThat(refused).hasNoCause();
        }
      }
    }
  }

  @Test
  void anyFlippedByteOfTheSealIsRefused() {
    byte[] bytes = MessageSigner.write(MessageType.RELEASE, TwoNodes.body(MessageType.RELEASE));
    SignedMessage signed =
        MessageSigner.sign(TwoNodes.message(MessageType.RELEASE, 2, bytes), RS.signing());
    byte[] sealed = Seal.seal(signed, bytes, TwoNodes.sealing(TwoNodes.GR), NOW);
    Random random = new Random(116_000);
    for (int i = 0; i < sealed.length; i++) {
      byte[] flipped = sealed.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(7));
      assertThat(TwoNodes.opener(MessageType.RELEASE).open(flipped, REGISTRY, NOW))
          .as("byte " + i)
          .isInstanceOf(Arrival.Unanswered.class);
    }
  }

  @Test
  void whatIsNotSealedForThisNodeIsNotOpened() {
    SignedMessage signed = freeze();
    assertThat(opened(Seal.seal(signed, null, TwoNodes.sealing(RS), NOW)))
        .isEqualTo(TransportRefusal.KEY_NOT_KNOWN);
    HeldKey claims = HeldKey.generate(KeyUse.ENC, "gr-enc-1");
    assertThat(opened(Seal.seal(signed, null, claims.jwk(), NOW)))
        .isEqualTo(TransportRefusal.CANNOT_BE_OPENED);
    assertThat(opened("not jose".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(TransportRefusal.NOT_JOSE);
    assertThat(opened(new byte[0])).isEqualTo(TransportRefusal.NOT_JOSE);
    assertThat(opened(new byte[Seal.MAX_BYTES + 1])).isEqualTo(TransportRefusal.TOO_LARGE);
    assertThat(opened(signed.jws().getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(TransportRefusal.NOT_JOSE);
  }

  @Test
  void whoDoesNotStandInTheRegistryIsNotHeard() {
    HeldKey stranger = HeldKey.generate(KeyUse.SIG, "xx-sig-1");
    HeldKey pretender = HeldKey.generate(KeyUse.SIG, "rs-sig-1");
    Message message = TwoNodes.message(MessageType.FREEZE, 2, null);
    assertThat(sealed(MessageSigner.sign(message, stranger)))
        .isEqualTo(TransportRefusal.KEY_NOT_KNOWN);
    assertThat(sealed(MessageSigner.sign(message, pretender)))
        .isEqualTo(TransportRefusal.BAD_SIGNATURE);
    assertThat(sealed(MessageSigner.sign(message, TwoNodes.DRILL.signing())))
        .isEqualTo(TransportRefusal.SENDER_NOT_KNOWN);
  }

  @Test
  void whatIsMeantForAnotherNodeIsNotTaken() {
    Message m = TwoNodes.message(MessageType.FREEZE, 2, null);
    Message toDrill =
        new Message(
            1,
            "rs",
            "drill",
            m.handover(),
            m.direction(),
            0,
            2,
            m.prev(),
            NOW,
            m.type(),
            1,
            m.status(),
            null);
    assertThat(sealed(MessageSigner.sign(toDrill, RS.signing())))
        .isEqualTo(TransportRefusal.WRONG_RECIPIENT);
  }

  @Test
  @Proves(9)
  void anExerciseIsNeverTakenAsReal() {
    Message m = TwoNodes.message(MessageType.FREEZE, 2, null);
    Message exercise =
        new Message(
            1,
            "rs",
            "gr",
            m.handover(),
            m.direction(),
            0,
            2,
            m.prev(),
            NOW,
            m.type(),
            1,
            MessageStatus.EXERCISE,
            null);
    assertThat(refused(exercise, RS)).isEqualTo(Cause.EXERCISE_AND_REAL);
    Message real =
        new Message(
            1,
            "drill",
            "gr",
            m.handover(),
            m.direction(),
            0,
            2,
            m.prev(),
            NOW,
            m.type(),
            1,
            MessageStatus.ACTUAL,
            null);
    assertThat(refused(real, TwoNodes.DRILL)).isEqualTo(Cause.EXERCISE_AND_REAL);
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  @Proves(5)
  void onlyTheSideThatMaySaysIt(MessageType type) {
    byte[] bytes = MessageSigner.write(type, TwoNodes.body(type));
    Message m = TwoNodes.message(type, 2, bytes);
    HandoverSide other = type.by() == HandoverSide.OWNER ? HandoverSide.HOLDER : HandoverSide.OWNER;
    Message wrong =
        new Message(
            1,
            m.from(),
            m.to(),
            m.handover(),
            other,
            0,
            2,
            m.prev(),
            NOW,
            type,
            1,
            m.status(),
            m.body());
    Arrival arrival = open(type, MessageSigner.sign(wrong, TwoNodes.sender(type).signing()), bytes);
    assertThat(((Arrival.Refused) arrival).cause()).isEqualTo(Cause.NOT_YOUR_SIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"HELLO\"} TYPE_NOT_KNOWN",
        "{\"status\":\"Test\"} MALFORMED",
        "{\"type\":\"RELEASE\",\"body\":null} MALFORMED"
      })
  void aPayloadThatIsNoMessageIsRefusedWithCause(String row) {
    String[] parts = row.split(" ");
    ObjectNode json = Json.wire().valueToTree(TwoNodes.message(MessageType.FREEZE, 2, null));
    ((ObjectNode) Json.mapper().readTree(parts[0]))
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                json.remove(change.getKey());
              } else {
                json.set(change.getKey(), change.getValue());
              }
            });
    Arrival arrival = open(MessageType.FREEZE, signed(MessageType.FREEZE, json), null);
    assertThat(((Arrival.Refused) arrival).cause().name()).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"seq\":1,\"seq\":2}", "{\"from\":\"rs\"}", "\u00ff"})
  void aPayloadWithoutAHeadingGetsNoReceipt(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
    String jws = Jws.sign(bytes, Jws.MESSAGE, RS.signing());
    assertThat(sealed(new SignedMessage(jws, bytes, Hashes.of(bytes))))
        .isEqualTo(TransportRefusal.UNREADABLE);
  }

  @Test
  void aLengthThatLiesIsRefused() {
    for (int length : new int[] {-1, Integer.MAX_VALUE, 5}) {
      byte[] plain = ByteBuffer.allocate(8).putInt(length).putInt(0).array();
      assertThat(opened(JoseGames.seal(plain, "gr-enc-1", TwoNodes.sealing(TwoNodes.GR))))
          .isEqualTo(TransportRefusal.UNREADABLE);
    }
  }

  private static SignedMessage freeze() {
    return MessageSigner.sign(TwoNodes.message(MessageType.FREEZE, 2, null), RS.signing());
  }

  private static Cause refused(Message message, NodeKeys sender) {
    SignedMessage signed = MessageSigner.sign(message, sender.signing());
    return ((Arrival.Refused) open(message.type(), signed, null)).cause();
  }

  private static TransportRefusal sealed(SignedMessage signed) {
    return opened(Seal.seal(signed, null, TwoNodes.sealing(TwoNodes.GR), NOW));
  }

  private static TransportRefusal opened(byte[] request) {
    Arrival arrival = TwoNodes.opener(MessageType.FREEZE).open(request, REGISTRY, NOW);
    return ((Arrival.Unanswered) arrival).why();
  }
}
