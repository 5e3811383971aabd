package org.homeward.schema.bridge;

import java.nio.charset.StandardCharsets;
import org.homeward.schema.bridge.RegistryRefused.Reason;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;

/** The registry file {@code registry.jws}, verified offline with one trusted key. */
public final class RegistryCodec {

  private RegistryCodec() {}

  /** For the issuer of the registry. */
  public static byte[] sign(Registry registry, HeldKey key) {
    byte[] payload = MessageSigner.write(SchemaName.REGISTRY, registry);
    return Jws.sign(payload, Jws.REGISTRY, key).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a registry whatever its version and age.
   *
   * @throws RegistryRefused NOT_SIGNED, WRONG_SIGNER, UNREADABLE
   */
  public static Registry verify(byte[] file, Jwk trusted) {
    return verify(file, trusted, 0);
  }

  /**
   * Reads a registry that is not older than what was seen.
   *
   * @param highestSeen the highest version this node ever took
   * @throws RegistryRefused ROLLBACK too
   */
  public static Registry verify(byte[] file, Jwk trusted, long highestSeen) {
    Registry registry = read(payload(file, trusted));
    if (registry.version() < highestSeen) {
      throw new RegistryRefused(Reason.ROLLBACK);
    }
    return registry;
  }

  private static byte[] payload(byte[] file, Jwk trusted) {
    Jws jws;
    try {
      String text = new String(file, StandardCharsets.ISO_8859_1).strip();
      jws = Jws.parse(text, Jws.REGISTRY);
    } catch (Unopened e) {
      throw new RegistryRefused(Reason.NOT_SIGNED);
    }
    if (!jws.isSignedBy(trusted)) {
      throw new RegistryRefused(Reason.WRONG_SIGNER);
    }
    return jws.payload();
  }

  private static Registry read(byte[] payload) {
    try {
      Tolerant known = Tolerant.read(SchemaName.REGISTRY, StrictJson.read(payload));
      return Binding.bind(Registry.class, known.json());
    } catch (Malformed | Invalid e) {
      throw new RegistryRefused(Reason.UNREADABLE);
    }
  }
}
