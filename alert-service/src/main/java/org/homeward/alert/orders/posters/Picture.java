package org.homeward.alert.orders.posters;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF as a PNG: the same that the printer draws. */
final class Picture {

  /** Networks and mails take it. */
  static final int MOST_BYTES = 1_000_000;

  /** To an inch. */
  static final float POINTS = 72;

  private static final int[] DOTS_PER_INCH = {150, 120, 96, 72};

  private Picture() {}

  /** In as many dots as the limit allows. */
  static byte[] ofPage(byte[] pdf, int page) {
    byte[] png = {};
    for (int dots : DOTS_PER_INCH) {
      png = drawn(pdf, page, dots);
      if (png.length <= MOST_BYTES) {
        return png;
      }
    }
    throw new IllegalStateException("a picture of " + png.length + " bytes");
  }

  static byte[] drawn(byte[] pdf, int page, float dots) {
    try (var document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, dots, ImageType.RGB);
      var bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("every JDK writes PNG");
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
