package org.homeward.bridge.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.durable.document.Guarded;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.snapshots.HandedPhoto;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person look at a photo of a partner's case. The first look fetches it, and what is shown
 * is made anew from its pixels in a process of its own: a partner's picture is a stranger's upload.
 */
final class LookAtHeldPhoto {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For so long an owner's answer holds; a page shows several sizes. */
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

  /** Reading a heavy picture takes a minute, or most of the memory. */
  private static final Duration READ_AGAIN = Duration.ofHours(1);

  private static final int MOST_ANSWERS = 1_000;

  private final HeldPhotos photos;
  private final OwnerPhotos owners;
  private final AskOwners askOwners;
  private final PictureReader reader;
  private final BooleanSupplier restored;
  private final Clock clock;
  private final Map<String, Instant> answered = new ConcurrentHashMap<>();
  private final Map<String, Instant> heavy = new ConcurrentHashMap<>();

  /**
   * @param restored these data may be an earlier copy, which does not know what was withdrawn since
   */
  LookAtHeldPhoto(
      HeldPhotos photos,
      OwnerPhotos owners,
      AskOwners askOwners,
      PictureReader reader,
      BooleanSupplier restored,
      Clock clock) {
    this.photos = photos;
    this.owners = owners;
    this.askOwners = askOwners;
    this.reader = reader;
    this.restored = restored;
    this.clock = clock;
  }

  /** The outcome of a look. */
  sealed interface Look {

    /** It is here, and may be shown. */
    record Shown(PhotoCopy.Held copy) implements Look {}

    record NotListed() implements Look {}

    /** The owner, or a freeze, stops it for now. */
    record Stopped() implements Look {}

    record Gone() implements Look {}

    record Unseen() implements Look {}

    record Unreadable() implements Look {}

    /** Nothing is known: try again. */
    record Away() implements Look {}
  }

  /** Fetches it where nobody has. */
  Look first(Guarded<Handover> found, String photo, String by) {
    Look look = again(found, photo);
    HandedPhoto listed = HeldPhotos.listed(found.state(), clock.instant()).get(photo);
    boolean missing =
        look instanceof Look.Unseen
            || (look instanceof Look.Shown(PhotoCopy.Held copy)
                && photos.read(copy, Rendition.SMALL).isEmpty());
    return missing && listed != null ? fetched(found, listed, by) : look;
  }

  /** Without bytes that nobody has looked at. */
  Look again(Guarded<Handover> found, String photo) {
    return barred(found.state(), photo)
        .orElseGet(
            () ->
                photos
                    .find(found.id(), photo)
                    .map(copy -> standing(found, photo, copy))
                    .orElseGet(Look.Unseen::new));
  }

  private Optional<Look> barred(@Nullable Handover state, String photo) {
    if (state == null || !HeldPhotos.listed(state, clock.instant()).containsKey(photo)) {
      return Optional.of(new Look.NotListed());
    }
    if (isFrozen(state)) return Optional.of(new Look.Stopped()); // upholds 4
    return Optional.empty();
  }

  /** The owner takes long to answer, and its messages go on coming. */
  private Optional<Look> barredSince(String handover, String photo) {
    return barred(photos.handover(handover).orElse(null), photo);
  }

  Optional<byte[]> bytes(PhotoCopy.Held copy, Rendition size) {
    return photos.read(copy, size);
  }

  private static boolean isFrozen(Handover state) {
    return state instanceof Held held && held.shown().frozen();
  }

  private Look standing(Guarded<Handover> found, String photo, PhotoCopy copy) {
    return switch (copy) {
      case PhotoCopy.Held held -> asked(found, photo, held);
      case PhotoCopy.Unreadable _ -> new Look.Unreadable();
      case PhotoCopy.Gone gone ->
          HeldPhotos.mayComeBack(gone, found.state()) ? new Look.Unseen() : new Look.Gone();
    };
  }

  /** The owner may have taken it back, and its message is on the way. */
  private Look asked(Guarded<Handover> found, String photo, PhotoCopy.Held held) {
    String id = photos.id(found.id(), photo);
    Instant now = clock.instant();
    Instant last = answered.get(id);
    if (held.hidden() == null && last != null && now.isBefore(last.plus(ASKED_AGAIN))) {
      return new Look.Shown(held);
    }
    return switch (askOwners.ask(found.state().partner(), held)) {
      case OwnerPhotos.Given.Gone() -> new Look.Gone();
      case OwnerPhotos.Given.NotNow() -> {
        answered.remove(id);
        yield new Look.Stopped();
      }
      case OwnerPhotos.Given.Here _ -> {
        remember(answered, id, now);
        yield shown(held);
      }
      case OwnerPhotos.Given.Away() ->
          held.hidden() != null || restored.getAsBoolean()
              ? new Look.Stopped() // upholds 4
              : shown(held);
      case OwnerPhotos.Given.Busy() -> new Look.Away();
    };
  }

  private Look shown(PhotoCopy.Held held) {
    return barredSince(held.handover(), held.photo()).orElseGet(() -> new Look.Shown(held));
  }

  private static void remember(Map<String, Instant> all, String id, Instant now) {
    if (all.size() >= MOST_ANSWERS) {
      all.clear();
    }
    all.put(id, now);
  }

  private Look dropped(Guarded<Handover> found, String photo) {
    photos.drop(found.id(), photo); // upholds 4
    return new Look.Gone();
  }

  private Look fetched(Guarded<Handover> found, HandedPhoto listed, String by) {
    Instant tried = heavy.get(photos.id(found.id(), listed.id()));
    if (tried != null && clock.instant().isBefore(tried.plus(READ_AGAIN))) {
      return new Look.Away();
    }
    return switch (owners.ask(found.state().partner(), found.id(), listed.id(), false)) {
      case OwnerPhotos.Given.Gone() -> dropped(found, listed.id());
      case OwnerPhotos.Given.NotNow() -> new Look.Stopped();
      case OwnerPhotos.Given.Away(), OwnerPhotos.Given.Busy() -> new Look.Away();
      case OwnerPhotos.Given.Here(byte[] bytes) ->
          bytes == null ? new Look.Away() : taken(found, listed, bytes, by);
    };
  }

  /** Owners hand out nothing else, and other kinds may take much more memory. */
  private static boolean isJpeg(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
  }

  private Look taken(Guarded<Handover> found, HandedPhoto listed, byte[] bytes, String by) {
    if (!isJpeg(bytes) || !Hashes.of(bytes).equals(listed.digest())) {
      return refused(found, listed, by);
    }
    try {
      return switch (reader.read(bytes, Area.WHOLE, PATIENCE)) {
        case Reading.Read read -> kept(found, listed, read, by);
        case Reading.Refused(Refusal rule)
            when rule == Refusal.TOO_SLOW || rule == Refusal.TOO_MUCH_MEMORY -> {
          // on a busy machine it may be that machine
          remember(heavy, photos.id(found.id(), listed.id()), clock.instant());
          yield new Look.Away();
        }
        case Reading.Refused _ -> refused(found, listed, by);
        case Reading.Busy() -> new Look.Away();
      };
    } catch (ReaderUnavailable e) {
      return new Look.Away();
    }
  }

  private Look kept(Guarded<Handover> found, HandedPhoto listed, Reading.Read read, String by) {
    Optional<Look> barred = barredSince(found.id(), listed.id());
    if (barred.isPresent()) {
      return barred.get();
    }
    photos.keep(found.id(), listed.id(), read, by);
    remember(answered, photos.id(found.id(), listed.id()), clock.instant());
    return photos
        .find(found.id(), listed.id())
        .<Look>map(
            copy -> copy instanceof PhotoCopy.Held held ? new Look.Shown(held) : new Look.Gone())
        .orElseGet(Look.Gone::new);
  }

  private Look refused(Guarded<Handover> found, HandedPhoto listed, String by) {
    photos.refuse(found.id(), listed.id(), by);
    return new Look.Unreadable();
  }
}
