package org.homeward.pictures.child;

/** A picture in memory: one integer for each pixel, red, green and blue, row by row. */
record Pixels(int width, int height, int[] rgb) {

  Pixels(int width, int height) {
    this(width, height, new int[width * height]);
  }

  /** Its rows, for a smaller copy. */
  Rows rows() {
    return (y, row) -> System.arraycopy(rgb, y * width, row, 0, width);
  }

  /** The same as one sees it upright. */
  Pixels upright(Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    boolean turned = orientation.turned();
    var seen = new Pixels(turned ? height : width, turned ? width : height);
    for (int v = 0; v < seen.height; v++) {
      for (int u = 0; u < seen.width; u++) {
        int x = orientation.x(u, v, width);
        int y = orientation.y(u, v, height);
        seen.rgb[v * seen.width + u] = rgb[y * width + x];
      }
    }
    return seen;
  }

  /** A larger copy, smooth between the pixels. */
  Pixels enlarged(int edge) {
    double scale = (double) edge / Math.max(width, height);
    var large = new Pixels(side(width * scale), side(height * scale));
    for (int y = 0; y < large.height; y++) {
      double sy = between(y, large.height, height);
      for (int x = 0; x < large.width; x++) {
        large.rgb[y * large.width + x] = blend(between(x, large.width, width), sy);
      }
    }
    return large;
  }

  static int side(double length) {
    return (int) Math.max(1, Math.round(length));
  }

  private static double between(int at, int sides, int source) {
    return Math.clamp((at + 0.5) * source / sides - 0.5, 0, source - 1.0);
  }

  private int blend(double sx, double sy) {
    int x = (int) sx;
    int y = (int) sy;
    int right = Math.min(x + 1, width - 1);
    int below = Math.min(y + 1, height - 1);
    int upper = mix(rgb[y * width + x], rgb[y * width + right], sx - x);
    int lower = mix(rgb[below * width + x], rgb[below * width + right], sx - x);
    return mix(upper, lower, sy - y);
  }

  private static int mix(int one, int other, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double level = (one >> shift & 0xFF) * (1 - share) + (other >> shift & 0xFF) * share;
      mixed |= (int) Math.round(level) << shift;
    }
    return mixed;
  }
}
