package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Pictures for tests, with something planted that must not come out again. */
final class Pictures {

  /** In a comment of the file. */
  static final String PLANTED = "planted-in-the-picture";

  private Pictures() {}

  static byte[] jpeg() {
    return withComment(painted(Color.ORANGE));
  }

  static byte[] other() {
    return painted(Color.BLUE);
  }

  /** One that nobody has sent before: what is locked once is locked wherever it is sent again. */
  static byte[] fresh() {
    return painted(Color.ORANGE, ThreadLocalRandom.current().nextLong());
  }

  private static byte[] painted(Color colour) {
    return painted(colour, 0);
  }

  /**
   * @param pattern 64 squares, light or dark
   */
  private static byte[] painted(Color colour, long pattern) {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(colour);
    paint.fillOval(100, 100, 300, 250);
    for (int i = 0; i < 64; i++) {
      if ((pattern >>> i & 1) == 1) {
        paint.fillRect(i % 8 * 80, i / 8 * 60, 80, 60);
      }
    }
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** After the first two bytes: the segment of a comment. */
  private static byte[] withComment(byte[] jpeg) {
    byte[] text = PLANTED.getBytes(ISO_8859_1);
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.write(0xFF);
    bytes.write(0xFE);
    bytes.write(0);
    bytes.write(text.length + 2);
    bytes.writeBytes(text);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }
}
