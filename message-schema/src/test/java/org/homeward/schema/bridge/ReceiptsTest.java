package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.schema.bridge.TwoNodes.GR;
import static org.homeward.schema.bridge.TwoNodes.NOW;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;
import static org.homeward.schema.bridge.TwoNodes.RS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.KeptFields;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final byte[] BODY =
      MessageSigner.write(MessageType.RECALL, TwoNodes.body(MessageType.RECALL));
  private static final Message RECALL = TwoNodes.message(MessageType.RECALL, 7, BODY);
  private static final SignedMessage SENT = MessageSigner.sign(RECALL, RS.signing());

  @Test
  void theAddresseesAnswerIsTaken() {
    Receipt receipt = receipt(SENT.hash(), ReceiptResult.REFUSED, Cause.NOT_NOW);
    String answer = MessageSigner.sign(receipt, GR.signing());
    assertThat(Receipts.verify(answer, SENT, REGISTRY)).contains(receipt);
    assertThat(Receipts.stored(answer)).isEqualTo(receipt);
    assertThat(receipt.from()).isEqualTo("gr");
    assertThat(receipt.seq()).isEqualTo(7);
  }

  @Test
  void anAnswerOfAnotherOrToAnotherIsNone() {
    Receipt receipt = receipt(SENT.hash(), ReceiptResult.RECEIVED, null);
    assertThat(verify(MessageSigner.sign(receipt, RS.signing()))).isFalse();
    assertThat(verify(MessageSigner.sign(receipt, TwoNodes.DRILL.signing()))).isFalse();
    assertThat(verify(MessageSigner.sign(receipt, HeldKey.generate(KeyUse.SIG, "gr-sig-1"))))
        .isFalse();
    Receipt toAnother = receipt(Hashes.of(new byte[0]), ReceiptResult.RECEIVED, null);
    assertThat(verify(MessageSigner.sign(toAnother, GR.signing()))).isFalse();
    assertThat(verify(SENT.jws())).isFalse();
    assertThat(verify("")).isFalse();
    byte[] answer = MessageSigner.sign(receipt, GR.signing()).getBytes(StandardCharsets.US_ASCII);
    answer[answer.length - 1] ^= 1;
    assertThat(verify(new String(answer, StandardCharsets.US_ASCII))).isFalse();
  }

  @Test
  @Proves(7)
  void anErasureIsProvedOffline() {
    SignedMessage receipt = holder(erased(SENT.hash()), GR);
    ReceiptProof proof = ReceiptProof.of(receipt, body(erased(SENT.hash())), SENT);
    assertThat(ReceiptProof.read(proof.write())).isEqualTo(proof);
    ReceiptProof.Verdict verdict = proof.verify(REGISTRY);
    assertThat(verdict.lines())
        .anyMatch(line -> line.contains("ERASED") && line.contains("gr"))
        .anyMatch(line -> line.startsWith("remains: TOPIC until"))
        .anyMatch(line -> line.startsWith("recall:  signed by rs"));
    assertThat(verdict.valid()).isTrue();
  }

  @Test
  void whatAHolderKeepsIsNamed() {
    HolderReceipt kept =
        new HolderReceipt(
            ErasureResult.KEPT,
            SENT.hash(),
            Code.of(RecallReason.FOUND),
            NOW,
            List.of(),
            List.of(
                new KeptFields(
                    List.of("category", "child.names"), Code.of(Basis.LEGAL_DUTY), NOW)));
    assertThat(ReceiptProof.of(holder(kept, GR), body(kept), SENT).verify(REGISTRY).lines())
        .anyMatch(line -> line.startsWith("kept:    category, child.names, basis LEGAL_DUTY"));
  }

  @Test
  void aLeaseThatEndedNeedsNoRecall() {
    HolderReceipt lease =
        new HolderReceipt(
            ErasureResult.ERASED, null, Code.of(RecallReason.LEASE), NOW, List.of(), List.of());
    assertThat(ReceiptProof.of(holder(lease, GR), body(lease), null).verify(REGISTRY).valid())
        .isTrue();
    assertThat(ReceiptProof.of(holder(lease, GR), body(lease), SENT).verify(REGISTRY).valid())
        .isFalse();
  }

  @Test
  @Proves(7)
  void aProofThatProvesSomethingElseIsNotValid() {
    HolderReceipt erased = erased(SENT.hash());
    SignedMessage receipt = holder(erased, GR);
    HolderReceipt other = erased(Hashes.of(new byte[0]));
    List<ReceiptProof> wrong =
        List.of(
            ReceiptProof.of(receipt, body(other), SENT),
            ReceiptProof.of(receipt, body(erased), null),
            ReceiptProof.of(receipt, body(erased), receipt),
            ReceiptProof.of(holder(other, GR), body(other), SENT),
            ReceiptProof.of(holder(erased, RS), body(erased), SENT),
            ReceiptProof.of(SENT, BODY, SENT),
            new ReceiptProof("a.b.c", "e30", null),
            new ReceiptProof(receipt.jws(), "e", SENT.jws()));
    for (ReceiptProof proof : wrong) {
      ReceiptProof.Verdict verdict = proof.verify(REGISTRY);
      assertThat(verdict.valid()).as(verdict.lines().toString()).isFalse();
      assertThat(verdict.lines()).anyMatch(line -> line.startsWith("NOT VALID"));
    }
    Registry without = TwoNodes.registry(9, NOW, TwoNodes.partner("rs", RS));
    assertThat(ReceiptProof.of(receipt, body(erased), SENT).verify(without).valid()).isFalse();
  }

  private static boolean verify(String answer) {
    return Receipts.verify(answer, SENT, REGISTRY).isPresent();
  }

  private static Receipt receipt(String payload, ReceiptResult result, Cause cause) {
    return Receipt.to(Heading.of(RECALL), payload, result, cause, NOW);
  }

  private static HolderReceipt erased(String recall) {
    HolderReceipt erased = (HolderReceipt) TwoNodes.body(MessageType.RECEIPT);
    return new HolderReceipt(
        erased.result(), recall, erased.reason(), erased.at(), erased.remains(), erased.kept());
  }

  private static byte[] body(HolderReceipt receipt) {
    return MessageSigner.write(MessageType.RECEIPT, receipt);
  }

  private static SignedMessage holder(HolderReceipt receipt, NodeKeys keys) {
    Message message = TwoNodes.message(MessageType.RECEIPT, 4, body(receipt));
    assertThat(message.direction()).isEqualTo(HandoverSide.HOLDER);
    return MessageSigner.sign(message, keys.signing());
  }
}
