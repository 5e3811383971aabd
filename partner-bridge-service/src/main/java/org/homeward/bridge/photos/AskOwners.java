package org.homeward.bridge.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.bridge.handovers.Handover;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Asks owners whether photos that are here may stay: at a look, and every hour where nobody looks
 * and no message comes.
 */
final class AskOwners implements AlarmHandler {

  /** Each question to an owner that is away takes long, and the alarms of others wait for it. */
  private static final Duration LET_ALONE = Duration.ofMinutes(5);

  private final HeldPhotos photos;
  private final GuardedDocuments<Handover> handovers;
  private final OwnerPhotos owners;
  private final Clock clock;
  private final Map<String, Instant> away = new ConcurrentHashMap<>();

  AskOwners(
      HeldPhotos photos, GuardedDocuments<Handover> handovers, OwnerPhotos owners, Clock clock) {
    this.photos = photos;
    this.handovers = handovers;
    this.owners = owners;
    this.clock = clock;
  }

  /** Does what the owner says, before it is told here. */
  OwnerPhotos.Given ask(String owner, PhotoCopy.Held held) {
    OwnerPhotos.Given given = owners.ask(owner, held.handover(), held.photo(), true);
    switch (given) {
      case OwnerPhotos.Given.Gone() -> photos.drop(held.handover(), held.photo()); // upholds 4
      case OwnerPhotos.Given.NotNow() -> photos.hide(held); // upholds 4
      case OwnerPhotos.Given.Here _ -> photos.show(held);
      case OwnerPhotos.Given.Away(), OwnerPhotos.Given.Busy() -> {}
    }
    return given;
  }

  @Override
  public void due(String id) {
    photos.dueToAsk(id).ifPresent(this::askAgain);
  }

  private void askAgain(Guarded<PhotoCopy> read) {
    Instant now = clock.instant();
    if (read.state() instanceof PhotoCopy.Held held) {
      handovers
          .find(held.handover())
          .map(found -> found.state().partner())
          .filter(owner -> !away.getOrDefault(owner, Instant.MIN).isAfter(now.minus(LET_ALONE)))
          .ifPresent(
              owner -> {
                if (ask(owner, held) instanceof OwnerPhotos.Given.Away) {
                  away.put(owner, now);
                }
              });
    }
    photos.asked(read.id());
  }
}
