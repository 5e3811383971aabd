package org.homeward.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A face that nobody has: it is drawn. */
final class Face {
  static final int WIDTH = 320;
  static final int HEIGHT = 400;

  private Face() {}

  static byte[] jpeg() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.setPaint(new GradientPaint(0, 0, new Color(0xbcd3e0), 0, HEIGHT, new Color(0x8fa9b5)));
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    oval(paint, 0x2f7a4f, 20, 320, 280, 200);
    oval(paint, 0xc99a3f, 70, 50, 180, 260);
    oval(paint, 0xe3b48d, 135, 260, 50, 90);
    oval(paint, 0xf0c8a4, 88, 90, 144, 200);
    oval(paint, 0xc99a3f, 80, 60, 160, 80);
    oval(paint, 0x33404a, 120, 175, 18, 12);
    oval(paint, 0x33404a, 182, 175, 18, 12);
    oval(paint, 0xdba780, 150, 200, 20, 26);
    oval(paint, 0xb8605a, 134, 244, 52, 12);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void oval(Graphics2D paint, int colour, int x, int y, int width, int height) {
    paint.setColor(new Color(colour));
    paint.fillOval(x, y, width, height);
  }
}
