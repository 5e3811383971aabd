package org.homeward.schema.json;

/** What Java's strings allow and text may not hold. */
public final class Unicode {

  private Unicode() {}

  /** Without half a surrogate pair, which no encoding can carry. */
  public static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
