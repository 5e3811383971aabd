package org.homeward.bridge.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.photos.OwnerPhotos;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.PhotoExchange;
import org.homeward.schema.bridge.PhotoRequest;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;

/** Asks the owner's bridge for photos, beside the place where it takes messages. */
final class HttpOwnerPhotos implements OwnerPhotos {

  /** A photo takes some twenty megabytes while it is opened. */
  private static final int PLACES = 2;

  private final HttpPartnerBridge partnerBridge;
  private final Partners partners;
  private final NodeKeys keys;
  private final Duration deadline;
  private final Clock clock;
  private final Semaphore places = new Semaphore(PLACES);

  HttpOwnerPhotos(
      HttpPartnerBridge partnerBridge,
      Partners partners,
      NodeKeys keys,
      Duration deadline,
      Clock clock) {
    this.partnerBridge = partnerBridge;
    this.partners = partners;
    this.keys = keys;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public Given ask(String owner, String handover, String photo, boolean held) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Partners.Way way = partners.way(owner).orElse(null);
    Jwk key = way == null ? null : way.partner().signalKey(now).orElse(null);
    if (way == null || key == null) {
      return new Given.Away();
    }
    var request =
        new PhotoRequest(Message.VERSION, partners.node(), owner, handover, photo, held, now);
    PhotoExchange.Sent sent = PhotoExchange.ask(request, keys.signing(), key, now);
    if (!isFree()) {
      return new Given.Busy();
    }
    try {
      return partnerBridge
          .ask(way.partner().endpoint(), sent.sealed(), PhotoExchange.MAX_ANSWER, deadline)
          .flatMap(
              answer -> PhotoExchange.verify(answer, sent, keys, way.registry(), clock.instant()))
          .map(HttpOwnerPhotos::given)
          .orElseGet(Given.Away::new);
    } finally {
      places.release();
    }
  }

  private boolean isFree() {
    try {
      return places.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Given given(PhotoExchange.Answered answered) {
    return switch (answered.result()) {
      case HERE -> new Given.Here(answered.bytes());
      case GONE -> new Given.Gone();
      case NOT_NOW -> new Given.NotNow();
    };
  }
}
