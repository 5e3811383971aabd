package org.homeward.alert.police.signing;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.homeward.schema.bridge.keys.HeldKey;

/**
 * The register of keys for CAP messages. The keys of the bridge and of the audit trail are others.
 */
final class CapKeys {

  private final CapKeyFile file;
  private final String node;
  private final Clock clock;

  CapKeys(CapKeyFile file, String node, Clock clock) {
    this.file = file;
    this.node = node;
    this.clock = clock;
  }

  /** Whether this node can sign. */
  sealed interface State {

    record Signs(HeldKey key, CapKeyRing keys) implements State {}

    /** There is none, or each is withdrawn. */
    record NoKey(CapKeyRing keys) implements State {}

    record Unusable(String why) implements State {}
  }

  /** As the file is now. */
  State state() {
    try {
      CapKeyRing keys = file.read();
      return keys.signing()
          .<State>map(key -> new State.Signs(key, keys))
          .orElseGet(() -> new State.NoKey(keys));
    } catch (CapKeyFile.Unusable e) {
      return new State.Unusable(String.valueOf(e.getMessage()));
    }
  }

  /** The key that signs now. */
  Optional<HeldKey> signing() {
    return state() instanceof State.Signs(HeldKey key, CapKeyRing _)
        ? Optional.of(key)
        : Optional.empty();
  }

  /** The first key of a demo; of several instances one makes it. */
  void makeFirst() throws IOException {
    file.create(CapKeyRing.EMPTY.withNew(node, now()));
  }

  /**
   * Makes a key that signs from now on.
   *
   * @throws CapKeyFile.Unusable when there are keys that cannot be read: a new one would not have
   *     their word
   */
  synchronized CapKeyRing make() throws IOException, CapKeyFile.Unusable {
    CapKeyRing keys = file.read().withNew(node, now());
    file.replace(keys);
    return keys;
  }

  /** Takes a key back for ever; empty when there is no such key. */
  synchronized Optional<CapKeyRing> withdraw(String kid) throws IOException, CapKeyFile.Unusable {
    Optional<CapKeyRing> keys = file.read().withdrawn(kid);
    if (keys.isPresent()) {
      file.replace(keys.get());
    }
    return keys;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
