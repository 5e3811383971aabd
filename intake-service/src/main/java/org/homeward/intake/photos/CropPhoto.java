package org.homeward.intake.photos;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.structure.Structures;
import org.homeward.pictures.structure.Walk;

/** Makes the picture that the public may be shown: a part of the large one, made anew. */
final class CropPhoto {

  /** Of what is smaller nobody knows a child. */
  static final int LEAST_SIDE = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PictureReader reader;
  private final SealedBytes bytes;

  CropPhoto(PictureReader reader, SealedBytes bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  /** A rectangle in pixels of the large picture, from its top left corner. */
  record Crop(int left, int top, int width, int height) {}

  /** The outcome of a crop. */
  sealed interface Cropped {

    /**
     * @param digests SHA-256, hex, by {@link UploadPart#text}
     */
    record Made(Area area, Map<String, String> digests) implements Cropped {}

    record Refused(String rule) implements Cropped {}

    /** The bytes cannot be read now; it may be asked again. */
    record Busy() implements Cropped {}
  }

  /**
   * @param crop what to keep; empty for the whole picture
   */
  Cropped crop(String id, Photo photo, Optional<Crop> crop) {
    Optional<byte[]> large = bytes.read(id, photo.seal().key(), UploadPart.LARGE);
    if (large.isEmpty() || !(Structures.walk(large.get()) instanceof Walk.Sound sound)) {
      return new Cropped.Busy();
    }
    Area area = Area.WHOLE;
    if (crop.isPresent()) {
      Crop asked = crop.get();
      if (asked.width() < LEAST_SIDE || asked.height() < LEAST_SIDE) {
        return new Cropped.Refused("too-small");
      }
      if (asked.width() > sound.width() - asked.left()
          || asked.height() > sound.height() - asked.top()) {
        return new Cropped.Refused("outside-picture");
      }
      area = within(asked, sound.width(), sound.height());
    }
    return read(id, photo, large.get(), area);
  }

  /** Rounded inwards, so that nothing is shown that was cut off. */
  private static Area within(Crop asked, int width, int height) {
    int left = Math.ceilDiv(asked.left() * Area.WHOLE_SIDE, width);
    int top = Math.ceilDiv(asked.top() * Area.WHOLE_SIDE, height);
    int right = (asked.left() + asked.width()) * Area.WHOLE_SIDE / width;
    int bottom = (asked.top() + asked.height()) * Area.WHOLE_SIDE / height;
    return new Area(left, top, right - left, bottom - top);
  }

  private Cropped read(String id, Photo photo, byte[] large, Area area) {
    try {
      return switch (reader.read(large, area, PATIENCE)) {
        case Reading.Read read -> kept(id, photo, area, read);
        case Reading.Refused(var rule) -> new Cropped.Refused(rule.rule());
        case Reading.Busy() -> new Cropped.Busy();
      };
    } catch (ReaderUnavailable e) {
      return new Cropped.Busy();
    }
  }

  /** Whether what two people speak of is what is kept. */
  boolean isKept(String id, Photo photo, PublicWish wish) {
    return Stream.of(UploadPart.PUBLIC_MIDDLE, UploadPart.PUBLIC_LARGE)
        .allMatch(
            part ->
                bytes
                    .read(id, photo.seal().key(), part)
                    .filter(content -> wish.isAbout(part, content))
                    .isPresent());
  }

  private Cropped kept(String id, Photo photo, Area area, Reading.Read read) {
    var middle = read.renditions().get(Rendition.MEDIUM);
    var large = read.renditions().get(Rendition.LARGE);
    if (middle == null || large == null) {
      return new Cropped.Busy();
    }
    EnumMap<UploadPart, byte[]> parts = new EnumMap<>(UploadPart.class);
    parts.put(UploadPart.PUBLIC_MIDDLE, middle.jpeg());
    parts.put(UploadPart.PUBLIC_LARGE, large.jpeg());
    bytes.keep(id, photo.seal().key(), parts);
    return new Cropped.Made(
        area,
        Map.of(
            UploadPart.PUBLIC_MIDDLE.text(),
            middle.digest(),
            UploadPart.PUBLIC_LARGE.text(),
            large.digest()));
  }
}
