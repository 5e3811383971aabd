package org.homeward.intake.imports;

import java.util.Optional;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoKey;
import org.homeward.pictures.keeping.PhotoName;

/**
 * The bytes of an import, where those of photos lie, sealed with a key that its document alone has.
 */
final class ImportFile {

  private static final String PREFIX = "import-";
  private static final String PART = "rows";

  private final PhotoBytes bytes;

  ImportFile(PhotoBytes bytes) {
    this.bytes = bytes;
  }

  /** Returns the key when they outlive a crash. */
  String keep(String id, byte[] file) {
    PhotoName name = name(id);
    PhotoKey key = PhotoKey.fresh();
    bytes.put(name, key.seal(name, file));
    return key.encoded();
  }

  /** Empty when they are not kept any more. */
  Optional<byte[]> read(String id, String key) {
    PhotoName name = name(id);
    return bytes.get(name).map(found -> PhotoKey.of(key).open(name, found));
  }

  void delete(String id) {
    bytes.delete(PREFIX + id);
  }

  /** The import that bytes under this name belong to; empty for those of a photo. */
  static Optional<String> importOf(String kept) {
    return kept.startsWith(PREFIX)
        ? Optional.of(kept.substring(PREFIX.length()))
        : Optional.empty();
  }

  private static PhotoName name(String id) {
    return new PhotoName(PREFIX + id, PART);
  }
}
