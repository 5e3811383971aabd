package org.homeward.schema.bridge;

import java.time.Instant;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;

/** Verifies signatures with the keys of the registry. */
final class Signatures {

  private Signatures() {}

  /**
   * A signed payload and its signer.
   *
   * @param key by which; its time is not looked at here
   */
  record Signed(Partner partner, PartnerKey key, SignedMessage what) {

    boolean isInTimeAt(Instant time) {
      return key.isValidAt(time);
    }
  }

  /**
   * Verifies with the key that the registry lists under the signature's key id.
   *
   * @throws Unopened NOT_JOSE, WRONG_ALGORITHM, KEY_NOT_KNOWN, BAD_SIGNATURE
   */
  static Signed verify(String text, String typ, Registry registry) {
    Jws jws = Jws.parse(text, typ);
    Partner partner =
        registry.signer(jws.kid()).orElseThrow(() -> new Unopened(TransportRefusal.KEY_NOT_KNOWN));
    PartnerKey key = partner.signingKey(jws.kid()).orElseThrow();
    if (!jws.isSignedBy(key.jwk())) {
      throw new Unopened(TransportRefusal.BAD_SIGNATURE);
    }
    byte[] payload = jws.payload();
    return new Signed(partner, key, new SignedMessage(text, payload, Hashes.of(payload)));
  }
}
