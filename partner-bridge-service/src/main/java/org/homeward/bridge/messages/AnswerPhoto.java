package org.homeward.bridge.messages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.homeward.bridge.disclosure.GivePhoto;
import org.homeward.bridge.disclosure.GivePhoto.Standing;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.partners.Partners;
import org.homeward.schema.bridge.PhotoExchange;
import org.homeward.schema.bridge.PhotoResult;
import org.homeward.schema.bridge.TransportRefusal;
import org.homeward.schema.bridge.Unopened;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Registry;
import org.jspecify.annotations.Nullable;

/** Answers a holder that asks for a photo: with its bytes, or that it may not have them. */
final class AnswerPhoto {

  /** A photo takes some twenty megabytes while it is sealed. */
  private static final int PLACES = 2;

  private final Partners partners;
  private final NodeKeys keys;
  private final ChangeHandover handovers;
  private final GivePhoto givePhoto;
  private final OwnPhotos ownPhotos;
  private final MessageLog log;
  private final Knocks knocks;
  private final Clock clock;
  private final PhotoPace pace = new PhotoPace();
  private final Semaphore places = new Semaphore(PLACES);

  AnswerPhoto(
      Partners partners,
      NodeKeys keys,
      ChangeHandover handovers,
      GivePhoto givePhoto,
      OwnPhotos ownPhotos,
      MessageLog log,
      Knocks knocks,
      Clock clock) {
    this.partners = partners;
    this.keys = keys;
    this.handovers = handovers;
    this.givePhoto = givePhoto;
    this.ownPhotos = ownPhotos;
    this.log = log;
    this.knocks = knocks;
    this.clock = clock;
  }

  /** The answer. */
  sealed interface Answer {

    /** Signed and sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] jwe) implements Answer {

      @Override
      public String toString() {
        return "Sealed[redacted]";
      }
    }

    /** It is no request of a partner. */
    record Unanswered(TransportRefusal why) implements Answer {}

    /** Nothing can be verified, or sealed, at the moment. */
    record NotNow() implements Answer {}
  }

  Answer answer(byte[] request) {
    Registry registry = partners.registry().orElse(null);
    if (registry == null) {
      return new Answer.NotNow();
    }
    Instant now = clock.instant();
    try {
      return inTurn(PhotoExchange.open(request, keys, partners.node(), registry, now), now);
    } catch (Unopened e) {
      knocks.came(e.why().word());
      return new Answer.Unanswered(e.why());
    }
  }

  private Answer answer(PhotoExchange.Came came, Instant now) {
    return switch (standing(came)) {
      case Standing.Gone() -> signal(came, PhotoResult.GONE, now);
      case Standing.NotNow _ -> signal(came, PhotoResult.NOT_NOW, now);
      case Standing.May may when came.request().held() -> signal(came, kept(may), now);
      case Standing.May may -> may(came, may, now);
    };
  }

  private Standing standing(PhotoExchange.Came came) {
    return handovers
        .find(came.request().handover())
        .filter(found -> found.state().partner().equals(came.partner().node())) // upholds 6
        .map(found -> givePhoto.standing(found, came.request().photo()))
        .orElseGet(() -> new Standing.NotNow("handover-not-known"));
  }

  private Answer may(PhotoExchange.Came came, Standing.May may, Instant now) {
    if (!pace.allows(came.partner().node(), may.handover(), may.photo(), now)) {
      return signal(came, PhotoResult.NOT_NOW, now);
    }
    if (!places.tryAcquire()) {
      return new Answer.NotNow();
    }
    try {
      return bytes(may)
          .flatMap(bytes -> still(came, may).map(still -> here(came, still, bytes, now)))
          .orElseGet(() -> signal(came, PhotoResult.NOT_NOW, now));
    } finally {
      places.release();
    }
  }

  /** Intake is asked each time: it may have locked or withdrawn the photo a moment ago. */
  private Optional<byte[]> bytes(Standing.May may) {
    return ownPhotos
        .bytes(may.photo(), GivePhoto.size())
        .filter(bytes -> bytes.length <= PhotoExchange.MAX_PHOTO)
        .filter(bytes -> digest(bytes).equals(may.digest()));
  }

  /** While the bytes were read, the case may have been frozen, or the photo become another. */
  private Optional<Standing.May> still(PhotoExchange.Came came, Standing.May before) {
    return standing(came) instanceof Standing.May now
            && now.digest().equals(before.digest()) // upholds 4
        ? Optional.of(now)
        : Optional.empty();
  }

  private Answer here(PhotoExchange.Came came, Standing.May may, byte[] bytes, Instant now) {
    Optional<Jwk> key = came.partner().sealingKey(now);
    if (key.isEmpty()) {
      return signal(came, PhotoResult.NOT_NOW, now);
    }
    if (!givePhoto.recorded(may)) return signal(came, PhotoResult.NOT_NOW, now); // upholds 10
    register(came, may, now); // upholds 10
    return sealed(came, PhotoResult.HERE, bytes, key.get(), now);
  }

  private void register(PhotoExchange.Came came, Standing.May may, Instant now) {
    pace.handed(came.partner().node(), may.handover(), may.photo(), now);
    log.handing(
        may.handover(),
        came.partner().node(),
        came.hash(),
        may.owned().offer().wish().basis(),
        now);
  }

  /** One request of a partner at a time, so that none holds up the photos of the others. */
  private Answer inTurn(PhotoExchange.Came came, Instant now) {
    String partner = came.partner().node();
    if (!pace.enters(partner)) {
      return new Answer.NotNow();
    }
    try {
      return answer(came, now);
    } finally {
      pace.leaves(partner);
    }
  }

  /** Nothing is loaded for a holder that has the bytes and asks whether it still may. */
  private PhotoResult kept(Standing.May may) {
    return ownPhotos.isForPartners(may.photo(), GivePhoto.size())
        ? PhotoResult.HERE
        : PhotoResult.NOT_NOW;
  }

  private Answer signal(PhotoExchange.Came came, PhotoResult result, Instant now) {
    return came.partner()
        .signalKey(now)
        .map(key -> sealed(came, result, null, key, now))
        .orElseGet(Answer.NotNow::new);
  }

  private Answer sealed(
      PhotoExchange.Came came, PhotoResult result, byte @Nullable [] bytes, Jwk key, Instant now) {
    return new Answer.Sealed(PhotoExchange.answer(came, result, bytes, keys.signing(), key, now));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
