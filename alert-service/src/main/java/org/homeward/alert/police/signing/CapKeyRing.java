package org.homeward.alert.police.signing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.homeward.schema.bridge.KeyVouch;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.cap.CapKeyList;

/** All keys of this node for CAP messages, oldest first; the newest that is not withdrawn signs. */
record CapKeyRing(List<CapKey> keys) {

  static final CapKeyRing EMPTY = new CapKeyRing(List.of());

  private static final SecureRandom RANDOM = new SecureRandom();

  CapKeyRing {
    keys = List.copyOf(keys);
    long names = keys.stream().map(CapKey::kid).distinct().count();
    if (names != keys.size()) {
      throw new IllegalArgumentException("two keys have one name");
    }
  }

  Optional<HeldKey> signing() {
    return keys.reversed().stream().filter(key -> !key.withdrawn()).map(CapKey::key).findFirst();
  }

  /** With a new key that signs from now on; the one that signed until now vouches for it. */
  CapKeyRing withNew(String node, Instant now) {
    HeldKey made = HeldKey.generate(KeyUse.SIG, name(node));
    String vouch = signing().map(by -> KeyVouch.sign(made.jwk(), by)).orElse(null);
    List<CapKey> all = new ArrayList<>(keys);
    all.add(new CapKey(made, now, vouch, false));
    return new CapKeyRing(all);
  }

  /** Such as {@code rs-cap-2-7f3a}; a node that has lost its file gives no name twice. */
  private String name(String node) {
    String random = HexFormat.of().toHexDigits((short) RANDOM.nextInt());
    return node + "-cap-" + (keys.size() + 1) + "-" + random;
  }

  /** Empty when there is no such key. */
  Optional<CapKeyRing> withdrawn(String kid) {
    return keys.stream().anyMatch(key -> key.kid().equals(kid))
        ? Optional.of(
            new CapKeyRing(
                keys.stream().map(key -> key.kid().equals(kid) ? key.withdraw() : key).toList()))
        : Optional.empty();
  }

  CapKeyList shown() {
    return new CapKeyList(keys.stream().map(CapKey::shown).toList());
  }
}
