package org.homeward.alert.orders.posters;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Posters of invented children. */
final class PosterSamples {

  static final String CODE = "K7QX-2MRDU";
  static final URI LINK = URI.create("https://hotline.example/n/" + CODE);
  static final String CHILD = "c0ffee00-0000-4000-8000-000000000001";
  static final String FOOT = "Printed 1 March 2026, 13:00 (UTC+1). Check " + CODE + ".";

  private PosterSamples() {}

  static Poster poster(Sheet... sheets) {
    return poster(Map.of(), sheets);
  }

  static Poster poster(Map<String, byte[]> faces, Sheet... sheets) {
    return new Poster(CODE, LINK, "116 000", "", List.of(sheets), faces, List.of());
  }

  static Sheet sheet(String language, String name, String... others) {
    return new Sheet(
        language,
        "Missing child: please look out",
        List.of(
            new Sheet.Paragraph(List.of("Name: " + name, "Age: 9", "Hair: brown"), CHILD),
            new Sheet.Paragraph(List.of(others), null)),
        FOOT);
  }

  /** A picture that no compression makes small. */
  static byte[] noise(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return jpeg(image);
  }

  /** A picture in one colour. */
  static byte[] plain(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.GREEN);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return jpeg(image);
  }

  private static byte[] jpeg(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
