package org.homeward.pictures.keeping;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Where the sealed bytes of photos are. Every method throws {@link PhotosAway} when that place
 * cannot be reached: a missing photo is reported only when the place was reachable.
 */
public interface PhotoBytes {

  /**
   * Returns when the bytes outlive a crash; those of the same name before are replaced, at once.
   *
   * <p>Write the photo's document after its bytes: bytes without a document are found by {@link
   * #eachOlderThan}, a document without bytes has lost them.
   */
  void put(PhotoName name, SealedPhoto photo);

  /** Empty when nothing is kept under this name. */
  Optional<SealedPhoto> get(PhotoName name);

  /** Deletes all parts of a photo; there may be none. */
  void delete(String photo);

  /**
   * Names each photo of which nothing was put since, so that those without a document can be
   * deleted. Half-written files that a crash left are deleted on the way.
   */
  void eachOlderThan(Instant limit, Consumer<String> photo);

  /** Bytes that can still be written; empty where the place does not say. */
  OptionalLong room();
}
