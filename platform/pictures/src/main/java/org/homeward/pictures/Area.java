package org.homeward.pictures;

/**
 * A rectangle of a picture as one sees it upright, in thousandths of its width and height from the
 * top left corner.
 */
public record Area(int left, int top, int width, int height) {
  public static final int WHOLE_SIDE = 1000;
  public static final Area WHOLE = new Area(0, 0, WHOLE_SIDE, WHOLE_SIDE);

  public Area {
    if (left < 0 || top < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("an area begins in the picture and is not empty");
    }
    if (width > WHOLE_SIDE - left || height > WHOLE_SIDE - top) {
      throw new IllegalArgumentException("an area ends in the picture");
    }
  }
}
