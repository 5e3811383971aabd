package org.homeward.alert.node;

/** How many entries a caller wants of a list. */
public final class PageLimit {

  private static final int MAX = 200;

  private PageLimit() {}

  public static int of(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw AlertProblem.BAD_LIMIT.exception();
  }
}
