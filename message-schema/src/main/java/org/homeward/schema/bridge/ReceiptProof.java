package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;
import org.jspecify.annotations.Nullable;

/**
 * A holder's receipt of erasure that anybody with the registry can check, offline.
 *
 * @param message JWS of the message of type RECEIPT
 * @param body base64url of its body's exact bytes
 * @param recall JWS of the recall it answers; absent when the lease ended by itself
 */
public record ReceiptProof(String message, String body, @Nullable String recall) {

  public ReceiptProof {
    requireNonNull(message, "message");
    requireNonNull(body, "body");
  }

  /** The findings of a check, one line each, for people. */
  public record Verdict(boolean valid, List<String> lines) {

    public Verdict {
      lines = List.copyOf(lines);
    }
  }

  public static ReceiptProof of(
      SignedMessage receipt, byte[] body, @Nullable SignedMessage recall) {
    return new ReceiptProof(
        receipt.jws(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(body),
        recall == null ? null : recall.jws());
  }

  /**
   * Reads the JSON file.
   *
   * @throws Malformed when it is no JSON
   * @throws Invalid when it is no proof
   */
  public static ReceiptProof read(byte[] file) {
    return Binding.bind(
        ReceiptProof.class, Tolerant.read(SchemaName.RECEIPT_PROOF, StrictJson.read(file)).json());
  }

  /** The JSON file. */
  public byte[] write() {
    return MessageSigner.write(SchemaName.RECEIPT_PROOF, this);
  }

  /** Checks signatures, hashes and who may say what. */
  public Verdict verify(Registry registry) {
    List<String> lines = new ArrayList<>();
    try {
      Said receipt = said(message, registry);
      HolderReceipt body = body(receipt);
      describe(receipt, body, lines);
      lines.add(recalled(receipt, body, registry));
      return new Verdict(true, lines);
    } catch (NotProved e) {
      lines.add("NOT VALID: " + e.getMessage());
    } catch (Unopened e) {
      lines.add("NOT VALID: a signature does not hold (" + e.why().word() + ")");
    } catch (Malformed | Invalid | IllegalArgumentException e) {
      lines.add("NOT VALID: not a receipt");
    }
    return new Verdict(false, lines);
  }

  /** The words of the holder; {@link #verify} says whether they hold. */
  public HolderReceipt statement() {
    return statement(Base64.getUrlDecoder().decode(body));
  }

  private static HolderReceipt statement(byte[] bytes) {
    return (HolderReceipt) requireNonNull(BodyForm.read(MessageType.RECEIPT, bytes).said());
  }

  private HolderReceipt body(Said receipt) {
    byte[] bytes = Base64.getUrlDecoder().decode(body);
    require(receipt.is(MessageType.RECEIPT), "the signed message is not a holder's receipt");
    require(Hashes.of(bytes).equals(receipt.message().body()), "the body is not the one signed");
    return statement(bytes);
  }

  private String recalled(Said receipt, HolderReceipt body, Registry registry) {
    if (recall == null) {
      require(body.recall() == null, "it names a recall, which is not in the file");
      return "no recall: the lease ended, the holder erased by itself";
    }
    Said asked = said(recall, registry);
    require(asked.is(MessageType.RECALL), "what it answers is not an owner's recall");
    require(asked.hash().equals(body.recall()), "it answers another recall"); // upholds 7
    require(asked.isAnsweredBy(receipt.message()), "the recall went to somebody else");
    return "recall:  signed by %s at %s, and the receipt names exactly it"
        .formatted(asked.message().from(), asked.message().createdAt());
  }

  private static void describe(Said receipt, HolderReceipt said, List<String> lines) {
    lines.add(
        "receipt: %s, signed by %s with key %s"
            .formatted(said.result(), receipt.message().from(), receipt.kid()));
    lines.add("handover %s, at %s".formatted(receipt.message().handover(), said.at()));
    said.remains()
        .forEach(copy -> lines.add("remains: %s until %s".formatted(copy.where(), copy.until())));
    said.notStated().forEach(where -> lines.add("remains: %s, not stated".formatted(where)));
    said.kept()
        .forEach(
            kept ->
                lines.add(
                    "kept:    %s, basis %s, %s"
                        .formatted(
                            String.join(", ", kept.fields()),
                            kept.basis(),
                            kept.until() == null ? "no end named" : "until " + kept.until())));
  }

  private record Said(Message message, String hash, String kid) {

    boolean is(MessageType type) {
      return message.type() == type && message.direction() == type.by();
    }

    boolean isAnsweredBy(Message receipt) {
      return message.handover().equals(receipt.handover())
          && message.from().equals(receipt.to())
          && message.to().equals(receipt.from());
    }
  }

  private static Said said(String jws, Registry registry) {
    Signatures.Signed signed = Signatures.verify(jws, Jws.MESSAGE, registry);
    Message message = MessageForm.read(signed.what().payload()).message().message();
    require(message.from().equals(signed.partner().node()), "it is signed by another node's key");
    require(signed.isInTimeAt(message.createdAt()), "it is signed with a key out of its time");
    return new Said(message, signed.what().hash(), signed.key().jwk().kid());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new NotProved(otherwise);
    }
  }

  private static final class NotProved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotProved(String why) {
      super(why);
    }
  }
}
