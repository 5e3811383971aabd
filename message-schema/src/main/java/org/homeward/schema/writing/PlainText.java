package org.homeward.schema.writing;

import java.util.stream.IntStream;

/** Text in which a reader sees what is there. */
public final class PlainText {

  private PlainText() {}

  /** Whether anything of it can be seen: spaces, formats and marks without a letter cannot. */
  public static boolean isSeen(String text) {
    return text.codePoints().anyMatch(CodePoints::isSeen);
  }

  /**
   * CodePoints and signs that are seen, spaces and line ends; nothing that turns, hides or splits
   * text but joiners and direction marks where the script beside them uses them.
   */
  public static boolean isPlain(String text) {
    int[] points = text.codePoints().toArray();
    return IntStream.range(0, points.length).allMatch(at -> isPlain(points, at));
  }

  private static boolean isPlain(int[] points, int at) {
    int point = points[at];
    if (CodePoints.isJoiner(point)) {
      return isBetweenJoining(points, at);
    }
    if (CodePoints.isDirectionMark(point)) {
      return isBesideRightToLeft(points, at);
    }
    return point == '\n'
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  /** After a virama nothing need follow: the joiner chooses the shape of what is before it. */
  private static boolean isBetweenJoining(int[] points, int at) {
    int before = at - 1;
    boolean afterMark = before >= 0 && CodePoints.isMark(points[before]);
    boolean afterOwnMark = afterMark && CodePoints.joins(points[before]);
    while (before >= 0 && CodePoints.isMark(points[before])) {
      before--;
    }
    boolean afterLetter = before >= 0 && CodePoints.joins(points[before]);
    boolean beforeLetter = at + 1 < points.length && CodePoints.joins(points[at + 1]);
    return afterLetter && (beforeLetter || afterOwnMark);
  }

  private static boolean isBesideRightToLeft(int[] points, int at) {
    return isRightToLeft(points, at, -1) || isRightToLeft(points, at, 1);
  }

  /** The nearest letter on one side decides; signs and spaces have no direction of their own. */
  private static boolean isRightToLeft(int[] points, int at, int step) {
    int next = at + step;
    while (next >= 0 && next < points.length && !Character.isLetter(points[next])) {
      next += step;
    }
    return next >= 0 && next < points.length && CodePoints.isRightToLeft(points[next]);
  }
}
