package org.homeward.schema.bridge.keys;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * The private keys of a node: the first of use {@code sig} signs, each of use {@code enc} opens.
 */
public final class NodeKeys {

  private final List<HeldKey> keys;

  private NodeKeys(List<HeldKey> keys) {
    this.keys = List.copyOf(keys);
    if (keys.stream().noneMatch(key -> key.use() == KeyUse.SIG)
        || keys.stream().noneMatch(key -> key.use() == KeyUse.ENC)) {
      throw new IllegalArgumentException("a node holds a key to sign and a key to open");
    }
  }

  /** New keys with the ids {@code <node>-sig-1} and {@code <node>-enc-1}. */
  public static NodeKeys generate(String node) {
    return of(
        List.of(
            HeldKey.generate(KeyUse.SIG, node + "-sig-1"),
            HeldKey.generate(KeyUse.ENC, node + "-enc-1")));
  }

  public static NodeKeys of(List<HeldKey> keys) {
    return new NodeKeys(keys);
  }

  /**
   * Reads a private JWK set.
   *
   * @throws IllegalArgumentException without quoting it
   */
  public static NodeKeys read(byte[] jwkSet) {
    try {
      JWKSet set = JWKSet.parse(new String(jwkSet, StandardCharsets.UTF_8));
      return of(set.getKeys().stream().map(HeldKey::of).toList());
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a set of keys");
    }
  }

  public HeldKey signing() {
    return keys.stream().filter(key -> key.use() == KeyUse.SIG).findFirst().orElseThrow();
  }

  public Optional<HeldKey> opening(String kid) {
    return keys.stream()
        .filter(key -> key.use() == KeyUse.ENC && key.kid().equals(kid))
        .findFirst();
  }

  /** In the order of the file; {@link HeldKey#jwk()} is what the registry shows of each. */
  public List<HeldKey> all() {
    return keys;
  }

  /** The private JWK set, for a file only the node can read. */
  public byte[] secret() {
    JWKSet set = new JWKSet(keys.stream().<com.nimbusds.jose.jwk.JWK>map(HeldKey::key).toList());
    return set.toString(false).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "NodeKeys[redacted]";
  }
}
