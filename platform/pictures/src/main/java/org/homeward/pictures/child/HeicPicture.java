package org.homeward.pictures.child;

import com.dylibso.chicory.runtime.Memory;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A decoded HEIC, upright: libheif turns it. */
final class HeicPicture {
  private static final int MOST_SIDE = 7071; // its square is fifty million

  private static final int RGB = 1;
  private static final int INTERLEAVED = 10;
  private static final int MOST_EXIF = 256 << 10;

  /** Before the camera's TIFF stands how far it is. */
  private static final int EXIF_HEAD = 4;

  private final Memory memory;
  private final int width;
  private final int height;
  private final int pixels;
  private final int stride;
  private final byte[] exif;

  HeicPicture(byte[] file) throws IOException {
    var heif = new Heif();
    memory = heif.memory();
    int context = heif.newContext();
    heif.limitSide(context, MOST_SIDE);
    int bytes = heif.allocate(file.length);
    heif.memory().write(bytes, file);
    heif.read(context, bytes, file.length);
    int result = heif.allocate(Integer.BYTES);
    heif.primaryHandle(context, result);
    int handle = memory.readInt(result);
    exif = exif(heif, handle);
    heif.decode(handle, result, RGB, INTERLEAVED);
    int image = memory.readInt(result);
    width = heif.width(image, INTERLEAVED);
    height = heif.height(image, INTERLEAVED);
    pixels = heif.plane(image, INTERLEAVED, result);
    stride = memory.readInt(result);
    if (width < 1 || height < 1 || pixels == 0) {
      throw new IOException("libheif shows no pixels");
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The camera's notes, as TIFF; empty when there are none. */
  byte[] exif() {
    return exif;
  }

  Rows rows(Rectangle area) {
    return (y, row) -> {
      byte[] bytes = memory.readBytes(pixels + (area.y + y) * stride + 3 * area.x, 3 * area.width);
      for (int x = 0, at = 0; x < area.width; x++, at += 3) {
        row[x] = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
      }
    };
  }

  private static byte[] exif(Heif heif, int handle) throws IOException {
    int kind = heif.allocate(5);
    heif.memory().write(kind, "Exif\0".getBytes(StandardCharsets.US_ASCII));
    int id = heif.allocate(Integer.BYTES);
    if (heif.listMetadata(handle, kind, id, 1) < 1) {
      return new byte[0];
    }
    int length = heif.sizeOfMetadata(handle, heif.memory().readInt(id));
    if (length <= EXIF_HEAD || length > MOST_EXIF) {
      return new byte[0];
    }
    int at = heif.allocate(length);
    heif.metadata(handle, heif.memory().readInt(id), at);
    int skipped = EXIF_HEAD + Integer.reverseBytes(heif.memory().readInt(at));
    boolean inside = skipped >= EXIF_HEAD && skipped < length;
    return inside ? heif.memory().readBytes(at + skipped, length - skipped) : new byte[0];
  }
}
