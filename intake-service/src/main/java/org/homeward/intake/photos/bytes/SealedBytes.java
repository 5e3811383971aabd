package org.homeward.intake.photos.bytes;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoKey;
import org.homeward.pictures.keeping.PhotoName;

/**
 * The bytes of photos and papers, each sealed with the key of its upload. Those as they came, and
 * the veiled ones, lie apart from the others, because their times differ. A copy of the node takes
 * no photo that has a veiled one beside it: nobody has looked at that yet.
 */
public final class SealedBytes {

  private static final String ORIGINAL = "-original";
  private static final String VEILED = "-veiled";
  private static final String PUBLIC = "-public";

  private static final byte[] UNSEEN = "unseen".getBytes(StandardCharsets.US_ASCII);

  private final PhotoBytes bytes;

  public SealedBytes(PhotoBytes bytes) {
    this.bytes = bytes;
  }

  /** Lies in place of blots of colour where there is no picture. */
  public static byte[] unseen() {
    return UNSEEN.clone();
  }

  /** A new key, as text. */
  public String newKey() {
    return PhotoKey.fresh().encoded();
  }

  /** Keeps all of them, the veiled one first; returns when they outlive a crash. */
  public void keep(String photo, String key, EnumMap<UploadPart, byte[]> parts) {
    PhotoKey own = PhotoKey.of(key);
    parts.forEach(
        (part, content) -> {
          PhotoName name = name(photo, part);
          bytes.put(name, own.seal(name, content));
        });
  }

  /** No copy of the node takes what lies beside this. */
  public void veil(String photo, String key) {
    if (bytes.get(name(photo, UploadPart.VEILED)).isEmpty()) {
      keep(photo, key, new EnumMap<>(Map.of(UploadPart.VEILED, UNSEEN)));
    }
  }

  /** Empty when they are not kept. */
  public Optional<byte[]> read(String photo, String key, UploadPart part) {
    PhotoName name = name(photo, part);
    return bytes.get(name).map(found -> PhotoKey.of(key).open(name, found));
  }

  public void deleteAll(String photo) {
    deleteMade(photo);
    deleteOriginal(photo);
  }

  /** Deletes the parts that were made of the picture; what says that nobody looked goes last. */
  public void deleteMade(String photo) {
    bytes.delete(photo);
    deletePublic(photo);
    deleteVeiled(photo);
  }

  public void deletePublic(String photo) {
    bytes.delete(photo + PUBLIC);
  }

  public void deleteVeiled(String photo) {
    bytes.delete(photo + VEILED);
  }

  public void deleteOriginal(String photo) {
    bytes.delete(photo + ORIGINAL);
  }

  public boolean hasOriginal(String photo) {
    return bytes.get(name(photo, UploadPart.ORIGINAL)).isPresent();
  }

  /** The photo that a name of the place of bytes belongs to. */
  public static String photoOf(String kept) {
    for (String apart : List.of(ORIGINAL, VEILED, PUBLIC)) {
      if (kept.endsWith(apart)) {
        return kept.substring(0, kept.length() - apart.length());
      }
    }
    return kept;
  }

  private static PhotoName name(String photo, UploadPart part) {
    String place =
        switch (part) {
          case ORIGINAL -> photo + ORIGINAL;
          case VEILED -> photo + VEILED;
          case PUBLIC_MIDDLE, PUBLIC_LARGE -> photo + PUBLIC;
          case SMALL, MIDDLE, LARGE, DOCUMENT -> photo;
        };
    return new PhotoName(place, part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
