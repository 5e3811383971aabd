package org.homeward.durable.log;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of a log are sealed.
 *
 * @param keys where its keys are; made with the first entry of a log that never had one
 * @param begins false while instances of a release run that knows no keys: a log without keys goes
 *     on without them then
 * @param last what was noted last of this log outside the store: what a restore supersedes
 */
public record Sealing(KeyFile keys, boolean begins, Supplier<Optional<Witness>> last) {

  /**
   * With which the next entry is made.
   *
   * @param before the id of the key of the entry before: there is no way back behind it
   * @throws KeyMissing when there should be one, or the file does not know the one before: then
   *     another host has a newer file, and an older key must not follow a newer one
   */
  Optional<ChainKey> keyAfter(@Nullable String before) {
    Optional<ChainKeys> there = keys.read();
    if (there.isEmpty() && (before != null || begins)) {
      throw new KeyMissing("the keys of the log are missing"); // upholds 10
    }
    if (before != null && there.orElseThrow().rank(before).isEmpty()) {
      throw new KeyMissing("the file of keys lacks the one of the newest entry"); // upholds 10
    }
    return there.map(ChainKeys::newest);
  }

  /** Makes the first key when there never was one; the newest when its entry is not noted. */
  Optional<ChainKey> open(@Nullable String before) {
    if (begins && before == null && keys.read().isEmpty()) {
      keys.create();
    }
    return keyAfter(before).filter(key -> key.from().isEmpty());
  }
}
