package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * How far the audit trail of one service had come, signed and kept outside the node: whoever makes
 * the trail anew is betrayed by it.
 *
 * @param epoch of the trail, another after each restore
 * @param n number of the newest entry
 * @param hash of that entry, which holds all before it
 * @param uncheckedBefore entries below this number could not be checked, because a key is lost;
 *     null when all could
 */
public record Checkpoint(
    String node,
    String service,
    String epoch,
    long n,
    String hash,
    Instant at,
    @Nullable Long uncheckedBefore) {

  public Checkpoint {
    requireNonNull(node, "node");
    requireNonNull(service, "service");
    requireNonNull(epoch, "epoch");
    requireNonNull(hash, "hash");
    requireNonNull(at, "at");
  }

  /** Of a trail that could be checked from its first entry on. */
  public Checkpoint(String node, String service, String epoch, long n, String hash, Instant at) {
    this(node, service, epoch, n, hash, at, null);
  }

  /** The number from which on every entry was checked. */
  public long checkedFrom() {
    return uncheckedBefore == null ? 0 : uncheckedBefore;
  }

  /** Its file: newer ones come later in the order of names within an epoch. */
  public String file() {
    return "%s-%s-%s-%012d.jws".formatted(node, service, epoch, n);
  }

  public byte[] sign(HeldKey key) {
    byte[] payload = Json.wire().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    return (Jws.sign(payload, Jws.CHECKPOINT, key) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Empty when it is no checkpoint, or was not signed with this key. */
  public static Optional<Checkpoint> read(byte[] file, Jwk trusted) {
    try {
      Jws jws = Jws.parse(new String(file, StandardCharsets.ISO_8859_1).strip(), Jws.CHECKPOINT);
      return jws.isSignedBy(trusted)
          ? Optional.of(Binding.bind(Checkpoint.class, StrictJson.read(jws.payload())))
          : Optional.empty();
    } catch (Unopened | Malformed | Invalid no) {
      return Optional.empty();
    }
  }
}
