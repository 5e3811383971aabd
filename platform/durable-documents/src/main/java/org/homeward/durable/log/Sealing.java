package org.homeward.durable.log;

import java.util.Optional;
import java.util.function.Supplier;

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
   * @param keyed whether the entry before holds a key: then there is no way back
   * @throws KeyMissing when there should be one
   */
  Optional<ChainKey> keyAfter(boolean keyed) {
    Optional<ChainKeys> there = keys.read();
    if (there.isEmpty() && (keyed || begins)) {
      throw new KeyMissing("the keys of the log are missing"); // upholds 10
    }
    return there.map(ChainKeys::newest);
  }

  /** Makes the first key when there never was one; the newest when its entry is not noted. */
  Optional<ChainKey> open(boolean keyed) {
    if (begins && !keyed && keys.read().isEmpty()) {
      keys.create();
    }
    return keyAfter(keyed).filter(key -> key.from().isEmpty());
  }
}
