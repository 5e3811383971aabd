package org.homeward.face.problem;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with a request: where (JSON Pointer) and which rule it breaks.
 *
 * <p>The rejected value has no place here. A pointer can hold names that the caller made up, so it
 * is cut before the first step that does not look like one of our field names, list positions or
 * random ids; for an unknown field give the pointer of the object that holds it.
 */
public record Violation(String pointer, String rule) {

  private static final Pattern OURS =
      Pattern.compile(
          "(/([a-z][A-Za-z0-9-]{0,39}|[0-9]{1,4}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})){0,8}");

  public Violation {
    pointer = known(pointer); // upholds 8
    if (rule.isBlank()) {
      throw new IllegalArgumentException("rule is blank");
    }
  }

  private static String known(String pointer) {
    var matcher = OURS.matcher(pointer);
    while (!matcher.matches()) {
      pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
      matcher.reset(pointer);
    }
    return pointer;
  }
}
