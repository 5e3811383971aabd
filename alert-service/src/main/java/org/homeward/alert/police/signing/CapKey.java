package org.homeward.alert.police.signing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.cap.CapKeyList;
import org.jspecify.annotations.Nullable;

/**
 * A key of this node for CAP messages. It is kept when a newer one has taken its place, because
 * readers hold messages that it has signed.
 *
 * @param vouch the word of the key before it; null without one
 * @param withdrawn others may have it: it signs nothing any more, and nobody may believe it
 */
record CapKey(HeldKey key, Instant since, @Nullable String vouch, boolean withdrawn) {

  CapKey {
    requireNonNull(key, "key");
    requireNonNull(since, "since");
  }

  String kid() {
    return key.kid();
  }

  CapKey withdraw() {
    return new CapKey(key, since, vouch, true);
  }

  /** Without what is secret. */
  CapKeyList.Shown shown() {
    return new CapKeyList.Shown(key.jwk(), since, vouch, withdrawn);
  }
}
