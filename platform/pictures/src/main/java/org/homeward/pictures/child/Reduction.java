package org.homeward.pictures.child;

import java.util.Arrays;

/**
 * A smaller copy: each of its pixels is the mean of what it covers. It goes through the source
 * once, row by row, so that a large picture needs no second copy of itself.
 */
final class Reduction {
  private static final int BANDS = 3;

  private final int sourceWidth;
  private final int sourceHeight;
  private final Rows rows;
  private final Pixels made;
  private final int[] row;
  private final float[] across;
  private int acrossOf = -1;

  private Reduction(int width, int height, Rows rows, int edge) {
    sourceWidth = width;
    sourceHeight = height;
    this.rows = rows;
    double scale = Math.min(1, (double) edge / Math.max(width, height));
    made = new Pixels(Pixels.side(width * scale), Pixels.side(height * scale));
    row = new int[width];
    across = new float[made.width() * BANDS];
  }

  /**
   * @param edge the most pixels of the longer side; a picture that is smaller stays as it is
   */
  static Pixels of(int width, int height, Rows rows, int edge) {
    return new Reduction(width, height, rows, edge).run();
  }

  static Pixels of(Pixels source, int edge) {
    return of(source.width(), source.height(), source.rows(), edge);
  }

  private Pixels run() {
    float[] sums = new float[across.length];
    for (int y = 0; y < made.height(); y++) {
      double from = (double) y * sourceHeight / made.height();
      double to = (double) (y + 1) * sourceHeight / made.height();
      Arrays.fill(sums, 0);
      for (int source = (int) from; source < to && source < sourceHeight; source++) {
        float share = (float) (Math.min(to, source + 1.0) - Math.max(from, source));
        readAcross(source);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += share * across[i];
        }
      }
      write(sums, y, (float) (to - from));
    }
    return made;
  }

  /** The row with the width of the copy; the last one is needed again when two copies share it. */
  private void readAcross(int source) {
    if (acrossOf == source) {
      return;
    }
    acrossOf = source;
    rows.read(source, row);
    double step = (double) sourceWidth / made.width();
    for (int x = 0; x < made.width(); x++) {
      double from = x * step;
      double to = Math.min(from + step, sourceWidth);
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int at = (int) from; at < to; at++) {
        float share = (float) (Math.min(to, at + 1.0) - Math.max(from, at));
        int pixel = row[at];
        red += share * (pixel >> 16 & 0xFF);
        green += share * (pixel >> 8 & 0xFF);
        blue += share * (pixel & 0xFF);
      }
      float length = (float) (to - from);
      across[x * BANDS] = red / length;
      across[x * BANDS + 1] = green / length;
      across[x * BANDS + 2] = blue / length;
    }
  }

  private void write(float[] sums, int y, float length) {
    for (int x = 0; x < made.width(); x++) {
      int red = level(sums[x * BANDS] / length);
      int green = level(sums[x * BANDS + 1] / length);
      int blue = level(sums[x * BANDS + 2] / length);
      made.rgb()[y * made.width() + x] = red << 16 | green << 8 | blue;
    }
  }

  private static int level(float mean) {
    return Math.clamp(Math.round(mean), 0, 255);
  }
}
