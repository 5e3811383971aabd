package org.homeward.pictures.child;

import java.awt.Rectangle;
import org.homeward.pictures.Area;

/**
 * How the stored pixels lie: the eight values of Exif, in their order. A pixel that is seen at (u,
 * v) is stored at (x, y).
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  MIRRORED_ON_LEFT_SIDE(true, false, false),
  ON_LEFT_SIDE(true, false, true),
  MIRRORED_ON_RIGHT_SIDE(true, true, true),
  ON_RIGHT_SIDE(true, true, false);

  private final boolean turned;
  private final boolean fromRight;
  private final boolean fromBelow;

  Orientation(boolean turned, boolean fromRight, boolean fromBelow) {
    this.turned = turned;
    this.fromRight = fromRight;
    this.fromBelow = fromBelow;
  }

  /** A value that is none of the eight counts as upright. */
  static Orientation of(int exif) {
    return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean turned() {
    return turned;
  }

  int x(int u, int v, int storedWidth) {
    int x = turned ? v : u;
    return fromRight ? storedWidth - 1 - x : x;
  }

  int y(int u, int v, int storedHeight) {
    int y = turned ? u : v;
    return fromBelow ? storedHeight - 1 - y : y;
  }

  /** Where an area is stored; it has one pixel at least. */
  Rectangle stored(Area area, int storedWidth, int storedHeight) {
    int seenWidth = turned ? storedHeight : storedWidth;
    int seenHeight = turned ? storedWidth : storedHeight;
    int left = at(area.left(), seenWidth);
    int top = at(area.top(), seenHeight);
    int right = Math.max(left, at(area.left() + area.width(), seenWidth) - 1);
    int bottom = Math.max(top, at(area.top() + area.height(), seenHeight) - 1);
    var stored = new Rectangle(x(left, top, storedWidth), y(left, top, storedHeight), 0, 0);
    stored.add(x(right, bottom, storedWidth), y(right, bottom, storedHeight));
    return new Rectangle(stored.x, stored.y, stored.width + 1, stored.height + 1);
  }

  private static int at(int thousandths, int side) {
    return (int) ((long) thousandths * side / Area.WHOLE_SIDE);
  }
}
