package org.homeward.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Samples {
  public static final Color TOP_LEFT = new Color(200, 30, 30);
  public static final Color TOP_RIGHT = new Color(30, 30, 200);
  public static final Color BOTTOM_LEFT = new Color(30, 160, 30);
  public static final Color BOTTOM_RIGHT = new Color(220, 220, 60);

  /** Words that must not be found in anything that is made of a picture. */
  public static final String PLANTED = "planted: the school is in Knez Mihailova";

  private Samples() {}

  /** Four quarters of different colours. */
  public static BufferedImage quarters(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean left = x < width / 2;
        Color colour =
            y < height / 2 ? (left ? TOP_LEFT : TOP_RIGHT) : left ? BOTTOM_LEFT : BOTTOM_RIGHT;
        image.setRGB(x, y, colour.getRGB());
      }
    }
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return written(quarters(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return written(quarters(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  public static byte[] written(BufferedImage image, String format) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a comment, and with what a camera writes that lay on its side. */
  public static byte[] jpegOfCamera(int width, int height, int orientation) {
    byte[] exif = exif(orientation);
    byte[] plain = jpeg(width, height);
    byte[] words = PLANTED.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(plain.length + exif.length + words.length + 14)
        .put(plain, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 8))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(exif)
        .putShort((short) 0xFFFE)
        .putShort((short) (words.length + 2))
        .put(words)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** The same of a PNG, as text and as a chunk of its own. */
  public static byte[] pngOfCamera(int width, int height, int orientation) {
    byte[] plain = png(width, height);
    byte[] text = chunk("tEXt", ("Comment\0" + PLANTED).getBytes(StandardCharsets.UTF_8));
    byte[] exif = chunk("eXIf", exif(orientation));
    int header = 8 + 25;
    return ByteBuffer.allocate(plain.length + text.length + exif.length)
        .put(plain, 0, header)
        .put(text)
        .put(exif)
        .put(plain, header, plain.length - header)
        .array();
  }

  public static byte[] chunk(String name, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length)
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    var sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  /** Exif of 14:22:10 on 1 May 2026, at 44.8125 north, 20.4611 east. */
  private static byte[] exif(int orientation) {
    byte[] exif = file("exif.tif");
    int value = 8 + 2 + 8; // of the first entry of the first directory
    exif[value] = (byte) orientation;
    return exif;
  }

  public static byte[] file(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
