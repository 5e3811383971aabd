package org.homeward.schema.bridge;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Remains;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Contact;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;

/**
 * Writes the files of {@code schema/v1/examples/bridge} anew, with new keys: signatures and seals
 * are random. Run its main with the directory; the test only reads what lies there.
 */
final class ExampleExchange {

  static final Instant START = TwoNodes.NOW;
  private static final String HANDOVER = "e1d2c3b4-a596-4877-9869-5a4b3c2d1e0f";
  private static final String CHILD = "6c5d4e3f-2a1b-8c0d-9e8f-7a6b5c4d3e2f";

  private final Path folder;
  private final Map<HandoverSide, NodeKeys> keys = new EnumMap<>(HandoverSide.class);
  private final Map<HandoverSide, List<SignedMessage>> said = new EnumMap<>(HandoverSide.class);
  private int number;

  private ExampleExchange(Path folder) {
    this.folder = folder;
    for (HandoverSide side : HandoverSide.values()) {
      said.put(side, new ArrayList<>());
    }
    keys.put(HandoverSide.OWNER, keys("rs"));
    keys.put(HandoverSide.HOLDER, keys("gr"));
  }

  public static void main(String[] folder) throws IOException {
    new ExampleExchange(Files.createDirectories(Path.of(folder[0]))).write();
  }

  private void write() throws IOException {
    HeldKey issuer = HeldKey.generate(KeyUse.SIG, "example-registry");
    Registry registry =
        new Registry(
            1,
            START,
            START.plus(Duration.ofDays(3650)),
            List.of(partner("rs", "RS", keys.get(HandoverSide.OWNER)), holder()));
    file("registry.jws", RegistryCodec.sign(registry, issuer));
    file("registry-key.json", Json.wire().writeValueAsBytes(issuer.jwk()));
    file("rs-keys.json", keys.get(HandoverSide.OWNER).secret());
    file("gr-keys.json", keys.get(HandoverSide.HOLDER).secret());

    say(MessageType.OFFER, TwoNodes.body(MessageType.OFFER));
    say(MessageType.ACKNOWLEDGED, PartnerAnswer.of("p-eleni", at()));
    say(MessageType.ACCEPTED, PartnerAnswer.of("p-eleni", at()));
    say(MessageType.RELEASE, new Release(minimum(), START.plus(Duration.ofDays(30))));
    SignedMessage recall = say(MessageType.RECALL, new Recall(Code.of(RecallReason.FOUND), at()));
    HolderReceipt erased =
        new HolderReceipt(
            ErasureResult.ERASED,
            recall.hash(),
            Code.of(RecallReason.FOUND),
            at(),
            List.of(
                new Remains(Code.of(RemainsIn.TOPIC), START.plus(Duration.ofDays(7))),
                new Remains(Code.of(RemainsIn.BACKUP), START.plus(Duration.ofDays(35)))),
            List.of());
    SignedMessage receipt = say(MessageType.RECEIPT, erased);
    byte[] body = MessageSigner.write(MessageType.RECEIPT, erased);
    file("proof.json", ReceiptProof.of(receipt, body, recall).write());
  }

  private SignedMessage say(MessageType type, Body content) throws IOException {
    List<SignedMessage> before = said.get(type.by());
    byte[] body = MessageSigner.write(type, content);
    boolean owner = type.by() == HandoverSide.OWNER;
    Message message =
        new Message(
            1,
            owner ? "rs" : "gr",
            owner ? "gr" : "rs",
            HANDOVER,
            type.by(),
            0,
            before.size() + 1L,
            before.isEmpty() ? null : before.getLast().hash(),
            at(),
            type,
            1,
            MessageStatus.ACTUAL,
            Hashes.of(body));
    SignedMessage signed = MessageSigner.sign(message, keys.get(type.by()).signing());
    before.add(signed);
    HandoverSide other = owner ? HandoverSide.HOLDER : HandoverSide.OWNER;
    Receipt receipt =
        Receipt.to(Heading.of(message), signed.hash(), ReceiptResult.RECEIVED, null, at());
    number++;
    String name = number + "-" + type.name().toLowerCase(Locale.ROOT);
    file(name + ".body.json", body);
    file(name + ".payload.json", signed.payload());
    file(name + ".jws", signed.jws().getBytes(StandardCharsets.US_ASCII));
    file(name + ".jwe", Seal.seal(signed, body, TwoNodes.sealing(keys.get(other)), at()));
    file(
        name + ".answer.jws",
        MessageSigner.sign(receipt, keys.get(other).signing()).getBytes(StandardCharsets.US_ASCII));
    return signed;
  }

  private Instant at() {
    return START.plus(Duration.ofMinutes(number));
  }

  private void file(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static HandedCase minimum() {
    PersonName name = new PersonName("Mila Jović", null, null, "Latn", Code.of(NameKind.NATIVE));
    ChildFacts child =
        ChildFacts.builder().names(List.of(name)).born(new PartialDate(2017, null, null)).build();
    return new HandedCase(
        Scope.MINIMUM,
        Map.of(CHILD, ChildStatus.MISSING),
        Says.builder().children(Map.of(CHILD, child)).build(),
        6,
        false,
        Set.of("country:TR"));
  }

  private static NodeKeys keys(String node) {
    return NodeKeys.of(
        List.of(
            HeldKey.generate(KeyUse.SIG, node + "-example-sig"),
            HeldKey.generate(KeyUse.ENC, node + "-example-enc")));
  }

  private Partner holder() {
    return partner("gr", "GR", keys.get(HandoverSide.HOLDER));
  }

  private static Partner partner(String node, String country, NodeKeys keys) {
    return new Partner(
        node,
        "Example hotline " + country,
        country,
        URI.create("https://" + node + ".example/bridge/v1/messages"),
        keys.all().stream()
            .map(
                key ->
                    new PartnerKey(
                        key.use(),
                        key.jwk(),
                        START.minus(Duration.ofDays(1)),
                        START.plus(Duration.ofDays(3650))))
            .toList(),
        List.of(1),
        Set.of(Audience.PARTNER),
        false,
        List.of(new Contact("phone-24h", "116 000")));
  }
}
