package org.homeward.pictures.keeping;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Deletes bytes that no document names, and tries whether the place of photos takes bytes and gives
 * them back. A crash between the two writes of a photo leaves such bytes; nobody could open them,
 * because their key was never written down.
 */
public final class PhotoUpkeep {

  /** How often to sweep. */
  public static final Duration SWEEP_EVERY = Duration.ofMinutes(30);

  /** How often to try the place. */
  public static final Duration TRY_EVERY = Duration.ofMinutes(1);

  /** For as long people may find that they restored the wrong copy. */
  public static final Duration RESTORED = Duration.ofDays(7);

  /** Longer than an upload can take. */
  private static final Duration OLDER = Duration.ofHours(1);

  /** Three sweeps did not come to their end. */
  private static final Duration LATE = SWEEP_EVERY.multipliedBy(3);

  private static final long LITTLE_ROOM = 1L << 30;

  /** More than a disk takes from its own reserve. */
  private static final int TRIAL_BYTES = 64 * 1024;

  private final PhotoBytes bytes;
  private final BooleanSupplier isRestored;
  private final Predicate<String> isNamed;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Of this process: another instance tries the same place. */
  private final PhotoName trial = new PhotoName("trial-" + UUID.randomUUID(), "trial");

  private final AtomicLong swept = new AtomicLong();
  private volatile Instant sweptAt;
  private volatile boolean kept = true;

  /**
   * @param isRestored whether the documents are an earlier copy, and a newer one may yet come
   * @param isNamed whether a document says that bytes under this name are to be kept
   */
  public PhotoUpkeep(
      PhotoBytes bytes, BooleanSupplier isRestored, Predicate<String> isNamed, Clock clock) {
    this.bytes = bytes;
    this.isRestored = isRestored;
    this.isNamed = isNamed;
    this.clock = clock;
    this.sweptAt = clock.instant();
  }

  public void sweep() {
    if (!isRestored.getAsBoolean()) {
      bytes.eachOlderThan(clock.instant().minus(OLDER), this::deleteOrphan);
    }
    sweptAt = clock.instant();
  }

  private void deleteOrphan(String name) {
    if (!isNamed.test(name)) {
      bytes.delete(name); // upholds 8
      swept.incrementAndGet();
    }
  }

  /** Writes bytes, reads them and deletes them; throws nothing because of the place. */
  public void tryPlace() {
    byte[] content = new byte[TRIAL_BYTES];
    random.nextBytes(content);
    try {
      PhotoKey key = PhotoKey.fresh();
      bytes.put(trial, key.seal(trial, content));
      kept =
          bytes
              .get(trial)
              .filter(found -> Arrays.equals(key.open(trial, found), content))
              .isPresent();
      bytes.delete(trial.photo());
    } catch (PhotosAway | PhotoDamaged e) {
      kept = false;
    }
  }

  /** False once the place did not take bytes or lost them, until it does. */
  public boolean isKept() {
    return kept;
  }

  /** How many were deleted since the start. */
  public long swept() {
    return swept.get();
  }

  /** How long ago the last sweep came to its end, or the start when there was none. */
  public Duration sinceSweep() {
    return Duration.between(sweptAt, clock.instant());
  }

  /** The worst that a person has to look after; empty when there is nothing. */
  public Optional<PhotoTrouble> trouble() {
    if (!kept) {
      return Optional.of(PhotoTrouble.NOT_KEPT);
    }
    if (sinceSweep().compareTo(LATE) > 0) {
      return Optional.of(PhotoTrouble.SWEEP_LATE);
    }
    return hasLittleRoom() ? Optional.of(PhotoTrouble.ROOM_ENDS) : Optional.empty();
  }

  private boolean hasLittleRoom() {
    try {
      var room = bytes.room();
      return room.isPresent() && room.getAsLong() < LITTLE_ROOM;
    } catch (PhotosAway e) {
      return false; // the next trial says so
    }
  }
}
