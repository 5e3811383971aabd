package org.homeward.console.api;

import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;

/** An id in the address of a page, before it becomes part of an address of the API. */
public final class PathId {

  private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");

  private PathId() {}

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The same text; with any other form there is no such page. */
  public static String of(String text) {
    if (!isOne(text)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return text;
  }
}
