package org.homeward.local.police;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.cap.CapKeyList.Shown;

/**
 * The hotline's keys that this reader believes: those whose fingerprint it has, and those that
 * these vouch for.
 */
final class BelievedKeys {

  /** A key that was withdrawn is believed so long at most. */
  private static final Duration ASKED_EVERY = Duration.ofMinutes(15);

  private final FeedDoor door;
  private final Clock clock;
  private List<Shown> keys = List.of();
  private Instant asked = Instant.MIN;

  BelievedKeys(FeedDoor door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** The outcome of asking for keys. */
  enum Asked {
    THERE,

    /** The hotline does not answer, or has no key. */
    LATER,

    /** There are keys, and none of them is believed. */
    STRANGE
  }

  /** Asks again if the list is old. */
  Asked renew(Set<String> fingerprints) {
    return keys.isEmpty() || clock.instant().isAfter(asked.plus(ASKED_EVERY))
        ? ask(fingerprints)
        : Asked.THERE;
  }

  /** Asks now; while the hotline does not answer, the keys from before are believed. */
  Asked ask(Set<String> fingerprints) {
    Optional<CapKeyList> list = door.keys();
    if (list.isEmpty() || list.get().keys().isEmpty()) {
      return keys.isEmpty() ? Asked.LATER : Asked.THERE;
    }
    keys = list.get().believed(fingerprints);
    asked = clock.instant();
    return keys.isEmpty() ? Asked.STRANGE : Asked.THERE;
  }

  Optional<Jwk> key(String kid) {
    return keys.stream().map(Shown::key).filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** With those from before, so that a reader which has seen a key knows it ever after. */
  Set<String> fingerprints(Set<String> before) {
    Set<String> all = new TreeSet<>(before);
    keys.forEach(key -> all.add(key.fingerprint()));
    return all;
  }
}
