package org.homeward.intake.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.Area;
import org.homeward.pictures.Claim;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of pictures that strangers send: read in a process of their own, made anew and sealed
 * under the key of their tip. One is read at a time, so that the pictures of the team find a place.
 */
final class TipPictures {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final UploadPart[] MADE = {
    UploadPart.VEILED, UploadPart.SMALL, UploadPart.MIDDLE, UploadPart.LARGE
  };

  private final PictureReader reader;
  private final SealedBytes bytes;
  private final LockedPictures lockedPictures;
  private final Duration originalsKept;
  private final Clock clock;
  private final Semaphore place = new Semaphore(1);

  /**
   * @param originalsKept how long the bytes of a picture as they came are kept for police
   */
  TipPictures(
      PictureReader reader,
      SealedBytes bytes,
      LockedPictures lockedPictures,
      Duration originalsKept,
      Clock clock) {
    this.reader = reader;
    this.bytes = bytes;
    this.lockedPictures = lockedPictures;
    this.originalsKept = originalsKept;
    this.clock = clock;
  }

  /** What comes of the bytes of a stranger. */
  sealed interface Sent {

    record Read(TipPicture picture, Map<UploadPart, byte[]> parts) implements Sent {

      @Override
      public String toString() {
        return "Read[redacted]";
      }
    }

    record Refused(String rule) implements Sent {}

    /** Nothing is known of it; it may be sent again. */
    record Busy() implements Sent {}
  }

  /**
   * @param ofGiver whether the giver says to be the child in it
   */
  Sent read(byte[] file, boolean ofGiver) {
    try {
      if (!place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Sent.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sent.Busy();
    }
    try {
      return switch (reader.read(file, Area.WHOLE, PATIENCE)) {
        case Reading.Read read -> sealed(file, read, ofGiver);
        case Reading.Refused(Refusal rule) -> new Sent.Refused(rule.rule());
        case Reading.Busy() -> new Sent.Busy();
      };
    } catch (ReaderUnavailable e) {
      return new Sent.Busy();
    } finally {
      place.release();
    }
  }

  private Sent sealed(byte[] file, Reading.Read read, boolean ofGiver) {
    EnumMap<UploadPart, byte[]> parts = new EnumMap<>(UploadPart.class);
    Map<String, String> digests = new TreeMap<>();
    read.renditions()
        .forEach(
            (which, made) -> {
              parts.put(part(which), made.jpeg());
              digests.put(part(which).text(), made.digest());
            });
    parts.put(UploadPart.ORIGINAL, file);
    digests.put(UploadPart.ORIGINAL.text(), read.digest());
    Instant until = clock.instant().plus(originalsKept);
    var seal = new UploadSeal(bytes.newKey(), digests);
    TipPicture picture =
        TipPicture.received(seal, ofGiver, time(read.claims()), place(read.claims()), until);
    if (!lockedPictures.has(seal)) {
      return new Sent.Read(picture, parts);
    }
    parts.keySet().retainAll(List.of(UploadPart.ORIGINAL)); // nobody is shown it again
    return new Sent.Read(picture.locked(again()), parts);
  }

  private TipPicture.Deed again() {
    return new TipPicture.Deed(LockedPictures.BY, clock.instant(), null);
  }

  /** Locks a picture that is the same as one that somebody locked before. */
  PictureWish lockAgain() {
    return new PictureWish.Lock(again());
  }

  /** Whether it came while somebody locked the same picture. */
  boolean isLockedElsewhere(TipPicture picture) {
    UploadSeal seal = picture.seal();
    return seal != null && !picture.isEvidence() && lockedPictures.has(seal);
  }

  boolean isAlike(TipPicture picture, Set<String> marks) {
    UploadSeal seal = picture.seal();
    return seal != null && lockedPictures.isAlike(seal, marks);
  }

  private static UploadPart part(Rendition which) {
    return switch (which) {
      case LARGE -> UploadPart.LARGE;
      case MEDIUM -> UploadPart.MIDDLE;
      case SMALL -> UploadPart.SMALL;
      case VEILED -> UploadPart.VEILED;
    };
  }

  private static @Nullable String time(List<Claim> claims) {
    String satellite = null;
    for (Claim claim : claims) {
      switch (claim) {
        case Claim.CameraTime(var at, String offset) -> {
          return at + offset;
        }
        case Claim.SatelliteTime(Instant at) -> satellite = at.toString();
        case Claim.CameraPlace _ -> {}
      }
    }
    return satellite;
  }

  private static @Nullable String place(List<Claim> claims) {
    for (Claim claim : claims) {
      if (claim instanceof Claim.CameraPlace(double latitude, double longitude)) {
        return latitude + ", " + longitude;
      }
    }
    return null;
  }

  /** Before the document of the tip, so that a stored tip has the whole of its picture. */
  void keep(String tip, Sent.Read read) {
    UploadSeal seal = read.picture().seal();
    if (seal != null) {
      bytes.keep(tip, seal.key(), new EnumMap<>(read.parts()));
    }
  }

  /** Empty when it is not kept. */
  Optional<byte[]> shown(String tip, TipPicture picture, UploadPart part) {
    return Optional.ofNullable(picture.seal()).flatMap(seal -> bytes.read(tip, seal.key(), part));
  }

  /** As it came, or where its period is over or it is gone, as large as it was made anew. */
  Optional<TakenPicture> best(String id, Tip tip) {
    TipPicture picture = tip.picture();
    if (picture == null) {
      return Optional.empty();
    }
    Instant until = picture.originalUntil();
    boolean isInTime = until != null && clock.instant().isBefore(until); // upholds 8
    Optional<byte[]> original =
        isInTime ? shown(id, picture, UploadPart.ORIGINAL) : Optional.empty();
    var origin = new TakenPicture.Origin(id, tip.sender());
    return original
        .map(
            content ->
                new TakenPicture(content, origin, picture.takenAt(), picture.takenIn(), until))
        .or(
            () ->
                shown(id, picture, UploadPart.LARGE)
                    .map(
                        made ->
                            new TakenPicture(
                                made, origin, picture.takenAt(), picture.takenIn(), null)));
  }

  void deleteAll(String tip) {
    bytes.deleteAll(tip);
  }

  /** Called right after a write, and by the alarm if the process crashed before that. */
  void deleteUnneeded(String tip, KeptTip state) {
    TipPicture picture = state instanceof Tip live ? live.picture() : null;
    UploadSeal seal = picture == null ? null : picture.seal();
    if (picture == null || seal == null) {
      bytes.deleteAll(tip); // upholds 8
    } else if (picture.state() == TipPicture.State.LOCKED) {
      boolean isOriginalKept =
          seal.digests().containsKey(UploadPart.ORIGINAL.text()) && bytes.hasOriginal(tip);
      if (isOriginalKept) {
        bytes.deleteMade(tip);
      } else {
        bytes.veil(tip, seal.key()); // no copy of the node takes the only evidence
      }
    } else {
      if (picture.originalUntil() == null) {
        bytes.deleteOriginal(tip); // upholds 8
      }
      if (picture.looked() != null) {
        bytes.deleteVeiled(tip); // from now on it is in copies of the node
      }
    }
  }

  /** Sizes that the team is shown. */
  static Optional<UploadPart> size(String text) {
    return UploadPart.of(text).filter(part -> List.of(MADE).contains(part));
  }
}
