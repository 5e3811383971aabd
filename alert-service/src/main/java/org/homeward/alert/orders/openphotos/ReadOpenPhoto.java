package org.homeward.alert.orders.openphotos;

import java.time.Clock;
import java.util.Optional;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.durable.command.DerivedIds;
import org.homeward.pictures.keeping.PhotosAway;

/**
 * Reads the bytes of a picture that goes out with an alert: those that are kept here, or those of
 * intake, which are then kept. No bytes leave that have another digest than what was approved.
 */
public final class ReadOpenPhoto {

  private final PhotoCopies copies;
  private final PhotoSource source;
  private final DerivedIds ids;
  private final TakenBack takenBack;
  private final FetchPlaces places;

  ReadOpenPhoto(
      PhotoCopies copies, PhotoSource source, DerivedIds ids, FetchPlaces places, Clock clock) {
    this.copies = copies;
    this.source = source;
    this.ids = ids;
    this.places = places;
    this.takenBack = new TakenBack(source, clock);
  }

  /**
   * For a stranger, once it is known that it may be shown now.
   *
   * @param alert whose notice shows it
   */
  public PhotoAnswer read(String alert, OpenPhoto photo, String size) {
    String digest = photo.digests().get(size);
    if (digest == null) {
      return new PhotoAnswer.Nothing();
    }
    String link = link(ids, alert, photo);
    Optional<byte[]> kept = kept(link, size, digest);
    if (kept.isPresent()) {
      return takenBack.is(photo.photo(), part(size))
          ? new PhotoAnswer.Nothing()
          : new PhotoAnswer.Bytes(kept.get());
    }
    if (!places.take()) {
      return new PhotoAnswer.Away();
    }
    try {
      return kept(link, size, digest)
          .<PhotoAnswer>map(PhotoAnswer.Bytes::new)
          .orElseGet(() -> fetched(alert, link, photo, size, digest));
    } finally {
      places.give();
    }
  }

  /** For a person who decides about it; nothing is kept. */
  PhotoAnswer preview(OpenPhoto photo, String size) {
    String digest = photo.digests().get(size);
    if (digest == null) {
      return new PhotoAnswer.Nothing();
    }
    try {
      return source
          .bytes(photo.photo(), part(size), digest)
          .<PhotoAnswer>map(PhotoAnswer.Bytes::new)
          .orElseGet(PhotoAnswer.Nothing::new);
    } catch (PhotoSource.PhotoAway e) {
      return new PhotoAnswer.Away();
    }
  }

  /** The name of its copy, which nobody outside is told. */
  static String link(DerivedIds ids, String alert, OpenPhoto photo) {
    return ids.of("open-photo", alert + "/" + photo.photo(), 0);
  }

  private static String part(String size) {
    return "public-" + size;
  }

  private PhotoAnswer fetched(
      String alert, String link, OpenPhoto photo, String size, String digest) {
    try {
      Optional<byte[]> content = source.bytes(photo.photo(), part(size), digest);
      if (content.isEmpty()) {
        return new PhotoAnswer.Nothing();
      }
      takenBack.wasThere(photo.photo(), part(size));
      keep(alert, link, size, content.get());
      return copies.isListed(alert, link, size)
          ? new PhotoAnswer.Bytes(content.get())
          : new PhotoAnswer.Nothing(); // upholds 4
    } catch (PhotoSource.PhotoAway e) {
      return new PhotoAnswer.Away();
    }
  }

  /** A place that takes no bytes is not the reader's trouble; health tells. */
  private void keep(String alert, String link, String size, byte[] content) {
    try {
      copies.keep(alert, link, size, content);
    } catch (PhotosAway e) {
      // fetched anew by the next one
    }
  }

  private Optional<byte[]> kept(String link, String size, String digest) {
    try {
      return copies.read(link, size, digest);
    } catch (PhotosAway e) {
      return Optional.empty();
    }
  }
}
