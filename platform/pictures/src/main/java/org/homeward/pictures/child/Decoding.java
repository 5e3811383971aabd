package org.homeward.pictures.child;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.homeward.pictures.structure.Walk;

/** Decodes an area, and of a very large one only every second or third pixel. */
final class Decoding {
  /** Four bytes for each, and as much again for what is made of them, fit into the heap. */
  private static final long MOST_DECODED = 17_000_000;

  private Decoding() {}

  /** The pixels as they are stored, the longer side with at most so many. */
  static Pixels of(Walk.Sound picture, Rectangle stored, int edge) throws IOException {
    ImageReader reader = reader(picture);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.pixels()))) {
      reader.setInput(in, true, false);
      if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
        throw new IOException("the decoder sees another size than the header states");
      }
      ImageReadParam wanted = reader.getDefaultReadParam();
      wanted.setSourceRegion(stored);
      int step = step(stored);
      wanted.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, wanted);
      return Reduction.of(image.getWidth(), image.getHeight(), Rows.of(image), edge);
    } finally {
      reader.dispose();
    }
  }

  private static int step(Rectangle stored) {
    int step = 1;
    while ((long) stored.width * stored.height / ((long) step * step) > MOST_DECODED) {
      step++;
    }
    return step;
  }

  /** The JDK's own reader for PNG alone. */
  private static ImageReader reader(Walk.Sound picture) {
    String source =
        switch (picture.format()) {
          case PNG -> "com.sun.imageio.";
          case JPEG, WEBP -> "com.twelvemonkeys.";
          case HEIC -> throw new IllegalArgumentException("libheif reads it");
        };
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(picture.format().name());
    while (readers.hasNext()) {
      ImageReader reader = Objects.requireNonNull(readers.next());
      if (reader.getClass().getName().startsWith(source)) {
        return reader;
      }
    }
    throw new IllegalStateException("no reader for " + picture.format());
  }
}
