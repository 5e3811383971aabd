package org.homeward.frame.web;

import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;

/** How many items a page shall have, in every list of every service: 1 to 200, 50 if not said. */
public final class PageLimit {

  /** For {@code @RequestParam}, which wants text. */
  public static final String DEFAULT = "50";

  private static final int MOST = 200;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private PageLimit() {}

  /** Refuses anything else, numbers or not, with one status (422). */
  public static int of(String text) {
    if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw FaceProblem.INVALID.problem().error("/limit", "out-of-range").exception();
  }
}
