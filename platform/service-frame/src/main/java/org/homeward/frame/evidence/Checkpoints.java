package org.homeward.frame.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.durable.log.Witness;
import org.homeward.durable.store.DurableFile;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.schema.bridge.keys.HeldKey;

/**
 * The checkpoints of one service: the last of them is noted beside the store, so that a restore can
 * name it, and each goes to a place outside the node first.
 */
final class Checkpoints {

  private final Path secrets;
  private final Path noted;
  private final String node;
  private final String service;
  private final Optional<CheckpointPlace> place;
  private final Duration every;

  Checkpoints(
      Path secrets, String node, String service, Optional<CheckpointPlace> place, Duration every) {
    this.secrets = secrets;
    this.noted = secrets.resolve("checkpoint-" + service + ".jws");
    this.node = node;
    this.service = service;
    this.place = place;
    this.every = every;
  }

  /** The last that is kept outside, of whatever instance; empty when none is, or it is damaged. */
  Optional<Checkpoint> last() {
    try {
      return Files.exists(noted)
          ? Checkpoint.read(Files.readAllBytes(noted), key().jwk())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static Witness witness(Checkpoint checkpoint) {
    return new Witness(checkpoint.epoch(), checkpoint.n(), checkpoint.hash());
  }

  boolean isPlaced() {
    return place.isPresent();
  }

  boolean isDue(Instant now) {
    return last().filter(kept -> kept.at().plus(every).isAfter(now)).isEmpty();
  }

  void reach() throws IOException {
    place().reach();
  }

  /**
   * Signs it, has it kept outside, then notes it.
   *
   * @param checkedFrom the number from which on every entry was checked
   */
  void make(Witness newest, long checkedFrom, Instant now) throws IOException {
    var checkpoint =
        new Checkpoint(
            node,
            service,
            newest.epoch(),
            newest.n(),
            newest.hash(),
            now,
            checkedFrom == 0 ? null : checkedFrom);
    byte[] signed = checkpoint.sign(key());
    place().keep(checkpoint.file(), signed);
    DurableFile.replace(noted, signed);
  }

  private CheckpointPlace place() throws IOException {
    return place.orElseThrow(() -> new IOException("HOMEWARD_CHECKPOINTS names no place"));
  }

  private HeldKey key() throws IOException {
    return CheckpointKey.in(secrets, node, service);
  }
}
