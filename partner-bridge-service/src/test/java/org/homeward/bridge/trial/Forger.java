package org.homeward.bridge.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.bodies.AgeBand;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Known;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** A partner that speaks the protocol by hand, so that it can say what no bridge would. */
public final class Forger {

  private final String from;
  private final NodeKeys keys;
  private final TrialNode to;
  private final String handover;
  private HandoverSide direction;
  private String addressee;
  private MessageStatus status = MessageStatus.EXERCISE;
  private long incarnation;
  private long seq = 1;
  private @Nullable String prev;

  public Forger(String from, NodeKeys keys, TrialNode to, String handover, HandoverSide side) {
    this.from = from;
    this.keys = keys;
    this.to = to;
    this.handover = handover;
    this.direction = side;
    this.addressee = to.name;
  }

  /** The exercise partner towards rs, in a handover of its own case that it makes up. */
  public static Forger drill() {
    return drill(UUID.randomUUID().toString(), HandoverSide.OWNER);
  }

  public static Forger drill(String handover, HandoverSide side) {
    TrialNodes nodes = TrialNodes.get();
    return new Forger("drill", nodes.drill(), nodes.rs(), handover, side);
  }

  /** A message and what belongs to it. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Made(SignedMessage signed, byte[] body) {}

  public Forger addressedTo(String node) {
    addressee = node;
    return this;
  }

  public Forger saying(MessageStatus mark) {
    status = mark;
    return this;
  }

  public Forger as(HandoverSide side) {
    direction = side;
    return this;
  }

  public Forger at(long number, @Nullable String before) {
    seq = number;
    prev = before;
    return this;
  }

  public Forger incarnated(long number) {
    incarnation = number;
    return this;
  }

  public Made made(MessageType type, Body body) {
    return made(type, body, keys.signing());
  }

  public Made made(MessageType type, Body body, HeldKey key) {
    return made(type, MessageSigner.write(type, body), key);
  }

  /** With a body that no schema has seen; the next message goes behind this one. */
  public Made next(MessageType type, byte[] body) {
    Made made = made(type, body, keys.signing());
    seq++;
    prev = made.signed().hash();
    return made;
  }

  private Made made(MessageType type, byte[] bytes, HeldKey key) {
    var message =
        new Message(
            Message.VERSION,
            from,
            addressee,
            handover,
            direction,
            incarnation,
            seq,
            prev,
            TrialNodes.CLOCK.instant(),
            type,
            Message.SCHEMA,
            status,
            Hashes.of(bytes));
    return new Made(MessageSigner.sign(message, key), bytes);
  }

  /** The next message goes behind this one. */
  public Made next(MessageType type, Body body) {
    Made made = made(type, body);
    seq++;
    prev = made.signed().hash();
    return made;
  }

  /** The next message is an offer, which the other side takes. */
  public Made offered() {
    Made offer = next(MessageType.OFFER, offer());
    assertThat(to.message(sealed(offer)).status()).isEqualTo(200);
    return offer;
  }

  public byte[] sealed(Made made) {
    return sealed(made.signed(), made.body(), TrialNodes.CLOCK.instant());
  }

  public byte[] sealed(SignedMessage signed, byte @Nullable [] body, Instant sentAt) {
    return Seal.seal(signed, body, sealingKey(to.keys), sentAt);
  }

  public static Jwk sealingKey(NodeKeys of) {
    return of.all().stream().filter(key -> key.use() == KeyUse.ENC).findFirst().orElseThrow().jwk();
  }

  /**
   * @param lease from now
   */
  public static Release release(Scope scope, Says facts, Duration lease, String... notTo) {
    var content = new HandedCase(scope, Map.of(), facts, 1, false, Set.of(notTo));
    return new Release(content, TrialNodes.CLOCK.instant().plus(lease));
  }

  public static Release release() {
    var content = new HandedCase(Scope.FULL, Map.of(), Says.EMPTY, 1, false, Set.of());
    return new Release(content, TrialNodes.START.plusSeconds(86_400));
  }

  public static Offer offer() {
    return new Offer(
        "HU",
        List.of(Code.of(AgeBand.YEARS_7_TO_12)),
        Urgency.HIGH,
        Code.of(OfferReason.ROUTE),
        List.of(),
        Known.YES,
        Known.UNKNOWN,
        Known.UNKNOWN,
        List.of("hu"),
        0,
        TrialNodes.START,
        30);
  }
}
