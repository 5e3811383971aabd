package org.homeward.console.tips;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tips as a drawing to scale, north on top, without any ground: nothing of a map is fetched, and
 * nobody outside learns which place somebody looks at.
 *
 * @param tips in the order of the list
 * @param lastSeen where the child of the case was seen last; null when nobody gave a point
 * @param bar how long the bar of the scale is drawn, and for how many metres it stands
 */
record TipMap(List<Dot> tips, @Nullable Dot lastSeen, Bar bar) {

  static final int WIDTH = 640;
  static final int HEIGHT = 400;
  static final TipMap NONE = new TipMap(List.of(), null, new Bar("0", 0));

  private static final double MARGIN = 48;
  private static final double METRES_OF_LATITUDE = 110_574;
  private static final double METRES_OF_LONGITUDE = 111_320;

  /** Of a drawing with one point that nobody doubts. */
  private static final double LEAST_METRES = 400;

  private static final double LONGEST_BAR = WIDTH / 4.0;

  TipMap {
    tips = List.copyOf(tips);
  }

  /**
   * A point in the world.
   *
   * @param id of the tip
   * @param what it is, in words
   */
  record Point(String id, String what, double latitude, double longitude, int withinMetres) {

    @Override
    public String toString() {
      return "Point[redacted]";
    }
  }

  /**
   * A point of the drawing.
   *
   * @param number by which the list names it; 0 for none
   * @param within the radius in which it may be
   */
  record Dot(String id, int number, String what, String x, String y, String within) {

    @Override
    public String toString() {
      return "Dot[redacted]";
    }
  }

  record Bar(String length, int metres) {}

  static TipMap of(List<Point> tips, @Nullable Point lastSeen) {
    if (tips.isEmpty()) {
      return NONE;
    }
    List<Point> all = Stream.concat(tips.stream(), Stream.ofNullable(lastSeen)).toList();
    var drawing = new Drawing(all);
    List<Dot> dots = new ArrayList<>();
    for (Point tip : tips) {
      dots.add(drawing.dot(tip, dots.size() + 1));
    }
    return new TipMap(dots, lastSeen == null ? null : drawing.dot(lastSeen, 0), drawing.bar());
  }

  boolean isEmpty() {
    return tips.isEmpty();
  }

  /** By which the drawing names this tip; 0 when it is not on it. */
  int number(String tip) {
    return tips.stream().filter(dot -> dot.id().equals(tip)).mapToInt(Dot::number).sum();
  }

  /** The last seen place, where there is one. */
  Dot seen() {
    return Objects.requireNonNull(lastSeen);
  }

  /** Metres from the middle of all points, as far as a plane can say it. */
  private static final class Drawing {

    private final double middleLatitude;
    private final double middleLongitude;
    private final double narrowing;
    private final double left;
    private final double top;
    private final double scale;

    Drawing(List<Point> points) {
      var latitudes = points.stream().mapToDouble(Point::latitude).summaryStatistics();
      var longitudes = points.stream().mapToDouble(Point::longitude).summaryStatistics();
      middleLatitude = (latitudes.getMin() + latitudes.getMax()) / 2;
      middleLongitude = (longitudes.getMin() + longitudes.getMax()) / 2;
      narrowing = Math.max(0.01, Math.cos(Math.toRadians(middleLatitude)));
      double halfWidth = LEAST_METRES / 2;
      double halfHeight = LEAST_METRES / 2;
      for (Point point : points) {
        halfWidth = Math.max(halfWidth, Math.abs(east(point)) + point.withinMetres());
        halfHeight = Math.max(halfHeight, Math.abs(south(point)) + point.withinMetres());
      }
      scale = Math.min((WIDTH / 2.0 - MARGIN) / halfWidth, (HEIGHT / 2.0 - MARGIN) / halfHeight);
      left = WIDTH / 2.0;
      top = HEIGHT / 2.0;
    }

    private double east(Point point) {
      return (point.longitude() - middleLongitude) * METRES_OF_LONGITUDE * narrowing;
    }

    private double south(Point point) {
      return (middleLatitude - point.latitude()) * METRES_OF_LATITUDE;
    }

    Dot dot(Point point, int number) {
      return new Dot(
          point.id(),
          number,
          point.what(),
          pixels(left + east(point) * scale),
          pixels(top + south(point) * scale),
          pixels(point.withinMetres() * scale));
    }

    /** The longest of 1, 2 and 5 with noughts that has room. */
    Bar bar() {
      double most = LONGEST_BAR / scale;
      double noughts = Math.pow(10, Math.floor(Math.log10(most)));
      double metres =
          Stream.of(5, 2, 1)
              .map(n -> n * noughts)
              .filter(n -> n <= most)
              .findFirst()
              .orElse(noughts);
      return new Bar(pixels(metres * scale), (int) Math.round(metres));
    }

    private static String pixels(double length) {
      return String.format(Locale.ROOT, "%.1f", length);
    }
  }
}
