package org.homeward.schema.bridge;

import java.util.Optional;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;

/** Answers of partners. */
public final class Receipts {

  private Receipts() {}

  /**
   * Reads the answer to a message.
   *
   * @param answer compact JWS, as it came
   * @return empty when it is not the addressee's signed answer to exactly this message
   */
  public static Optional<Receipt> verify(String answer, SignedMessage sent, Registry registry) {
    try {
      Signatures.Signed signed = Signatures.verify(answer, Jws.RECEIPT, registry);
      Receipt receipt = read(signed.what().payload());
      boolean addressee = receipt.from().equals(signed.partner().node());
      Heading heading = MessageForm.read(sent.payload()).heading();
      return addressee && receipt.answers(heading, sent.hash())
          ? Optional.of(receipt)
          : Optional.empty();
    } catch (Unopened | Malformed | Invalid e) {
      return Optional.empty();
    }
  }

  /** Reads a receipt of ours from the own store: its addressee and its message. */
  public static Receipt stored(String jws) {
    return read(Jws.parse(jws, Jws.RECEIPT).payload());
  }

  private static Receipt read(byte[] payload) {
    Tolerant known = Tolerant.read(SchemaName.RECEIPT, StrictJson.read(payload));
    return Binding.bind(Receipt.class, known.json());
  }
}
