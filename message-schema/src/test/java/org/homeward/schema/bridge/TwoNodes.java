package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.bridge.bodies.AgeBand;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Known;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Remains;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.bridge.bodies.Sighting;
import org.homeward.schema.bridge.bodies.Sync;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Contact;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import tools.jackson.databind.node.ObjectNode;

/** Two hotlines, an exercise partner and the registry they share, for tests. */
final class TwoNodes {

  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final String HANDOVER = "e1d2c3b4-a596-4877-9869-5a4b3c2d1e0f";

  static final NodeKeys RS = NodeKeys.generate("rs");
  static final NodeKeys GR = NodeKeys.generate("gr");
  static final NodeKeys DRILL = NodeKeys.generate("drill");
  static final HeldKey ISSUER = HeldKey.generate(KeyUse.SIG, "registry-1");

  static final Registry REGISTRY =
      registry(3, NOW.plusSeconds(86_400), partner("rs", RS), partner("gr", GR), drill());

  private TwoNodes() {}

  static Registry registry(long version, Instant expires, Partner... partners) {
    return new Registry(version, NOW.minusSeconds(60), expires, List.of(partners));
  }

  static Partner partner(String node, NodeKeys keys) {
    return new Partner(
        node,
        "Hotline " + node,
        node.equals("gr") ? "GR" : "RS",
        URI.create("http://127.0.0.1:9/bridge/v1/messages"),
        keys.all().stream()
            .map(
                key ->
                    new PartnerKey(
                        key.use(), key.jwk(), NOW.minusSeconds(3600), NOW.plusSeconds(3600)))
            .toList(),
        List.of(1),
        Set.of(Audience.PARTNER),
        node.equals("drill"),
        List.of(new Contact("phone-24h", "+30 210 000 0000")));
  }

  static Partner drill() {
    return partner("drill", DRILL);
  }

  /** From rs to gr when the owner says it, else back. */
  static Message message(MessageType type, long seq, byte[] body) {
    boolean owner = type.by() == HandoverSide.OWNER;
    return new Message(
        Message.VERSION,
        owner ? "rs" : "gr",
        owner ? "gr" : "rs",
        HANDOVER,
        type.by(),
        0,
        seq,
        seq == 1 ? null : Hashes.of(new byte[] {1}),
        NOW,
        type,
        Message.SCHEMA,
        MessageStatus.ACTUAL,
        body == null ? null : Hashes.of(body));
  }

  static Body body(MessageType type) {
    HandedCase content =
        new HandedCase(
            Scope.FULL,
            Map.of("6c5d4e3f-2a1b-8c0d-9e8f-7a6b5c4d3e2f", ChildStatus.MISSING),
            Says.builder().category(Code.of(Category.PARENTAL_ABDUCTION)).build(),
            7,
            false,
            Set.of("country:TR"));
    return switch (type) {
      case OFFER ->
          new Offer(
              "RS",
              List.of(Code.of(AgeBand.YEARS_7_TO_12)),
              Urgency.HIGH,
              Code.of(OfferReason.ROUTE),
              List.of(Code.of(Ask.TIP_LINE)),
              Known.YES,
              Known.UNKNOWN,
              Known.NO,
              List.of("sr"),
              2,
              NOW.plusSeconds(28_800),
              30);
      case RELEASE -> new Release(content, NOW.plusSeconds(60));
      case SYNC -> new Sync(content, NOW.plusSeconds(60));
      case FREEZE -> new Freeze(NOW);
      case END -> new End(NOW);
      case RECALL -> new Recall(Code.of(RecallReason.FOUND), NOW);
      case ACKNOWLEDGED, ACCEPTED, REJECTED, COUNTERED, CHECKED -> PartnerAnswer.of("p-eleni", NOW);
      case SIGHTING -> new Sighting(new HandedSighting(HANDOVER, NOW, Says.EMPTY, null));
      case PROPOSAL -> new Proposal(Code.of(ProposalKind.FOUND), NOW);
      case BRAKE -> new Brake(Code.of(BrakeReason.FOUND_BY_POLICE), "EL-2026/4711", NOW);
      case RECEIPT ->
          new HolderReceipt(
              ErasureResult.ERASED,
              Hashes.of(new byte[] {2}),
              Code.of(RecallReason.FOUND),
              NOW,
              List.of(new Remains(Code.of(RemainsIn.TOPIC), NOW.plusSeconds(60))),
              List.of());
    };
  }

  static NodeKeys sender(MessageType type) {
    return type.by() == HandoverSide.OWNER ? RS : GR;
  }

  static NodeKeys receiver(MessageType type) {
    return type.by() == HandoverSide.OWNER ? GR : RS;
  }

  static MessageOpener opener(MessageType type) {
    return type.by() == HandoverSide.OWNER
        ? new MessageOpener("gr", GR)
        : new MessageOpener("rs", RS);
  }

  static Jwk sealing(NodeKeys keys) {
    return keys.all().stream().filter(key -> key.use() == KeyUse.ENC).findFirst().get().jwk();
  }

  /** Signed as it stands, whatever that is. */
  static SignedMessage signed(MessageType type, ObjectNode json) {
    byte[] payload = json.toString().getBytes(StandardCharsets.UTF_8);
    String jws = Jws.sign(payload, Jws.MESSAGE, sender(type).signing());
    return new SignedMessage(jws, payload, Hashes.of(payload));
  }

  /** Sealed, sent and opened. */
  static Arrival open(MessageType type, SignedMessage signed, byte[] body) {
    byte[] sealed = Seal.seal(signed, body, sealing(receiver(type)), NOW);
    return opener(type).open(sealed, REGISTRY, NOW);
  }

  static Arrival.Taken taken(Arrival arrival) {
    assertThat(arrival).isInstanceOf(Arrival.Taken.class);
    return (Arrival.Taken) arrival;
  }
}
