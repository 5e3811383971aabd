package org.homeward.pictures.child;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Gives the pixels of a picture row by row, on white where it is transparent. */
@FunctionalInterface
interface Rows {

  /**
   * @param row filled from its beginning
   */
  void read(int y, int[] row);

  static Rows of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && blueFirst(image.getRaster())) {
      return ofBytes(image.getRaster());
    }
    ColorModel colours = image.getColorModel();
    if (colours instanceof ComponentColorModel && colours.getNumColorComponents() == 1) {
      return ofGrey(image); // the JDK would take its levels for light, and make it pale
    }
    int width = image.getWidth();
    return (y, row) -> {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        row[x] = onWhite(row[x]);
      }
    };
  }

  private static boolean blueFirst(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getPixelStride() == 3
        && Arrays.equals(model.getBandOffsets(), new int[] {2, 1, 0})
        && raster.getSampleModelTranslateX() == 0
        && raster.getSampleModelTranslateY() == 0;
  }

  private static Rows ofBytes(Raster raster) {
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    int stride = ((PixelInterleavedSampleModel) raster.getSampleModel()).getScanlineStride();
    int offset = raster.getDataBuffer().getOffset();
    int width = raster.getWidth();
    return (y, row) -> {
      int at = offset + y * stride;
      for (int x = 0; x < width; x++, at += 3) {
        row[x] = (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at] & 0xFF);
      }
    };
  }

  private static Rows ofGrey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    boolean transparent = image.getColorModel().hasAlpha();
    int[] levels = new int[width];
    int[] cover = new int[width];
    return (y, row) -> {
      raster.getSamples(0, y, width, 1, 0, levels);
      if (transparent) {
        raster.getSamples(0, y, width, 1, 1, cover);
      }
      for (int x = 0; x < width; x++) {
        int level = levels[x] * 255 / most;
        int alpha = transparent ? cover[x] * 255 / most : 255;
        row[x] = onWhite(alpha << 24 | level * 0x010101);
      }
    };
  }

  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb & 0xFFFFFF;
    }
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int level = ((argb >> shift & 0xFF) * alpha + 255 * (255 - alpha)) / 255;
      mixed |= level << shift;
    }
    return mixed;
  }
}
