package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

/**
 * A message as it was signed, once and for all.
 *
 * @param jws compact form
 * @param payload the exact bytes that were signed
 * @param hash of the payload; what receipts and the next message name
 */
@SuppressWarnings("ArrayRecordComponent")
public record SignedMessage(String jws, byte[] payload, String hash) {

  public SignedMessage {
    requireNonNull(jws, "jws");
    requireNonNull(hash, "hash");
  }

  /**
   * From one's own store, where its signature was checked or made.
   *
   * @throws Unopened when it is no message at all
   */
  public static SignedMessage stored(String jws) {
    byte[] payload = Jws.parse(jws, Jws.MESSAGE).payload();
    return new SignedMessage(jws, payload, Hashes.of(payload));
  }

  @Override
  public String toString() {
    return "SignedMessage[" + hash + "]";
  }
}
