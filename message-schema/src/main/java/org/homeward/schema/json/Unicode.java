package org.homeward.schema.json;

/** Detects characters that Java's strings allow and our text does not. */
public final class Unicode {

  private Unicode() {}

  /** Without half a surrogate pair, which no encoding can carry. */
  public static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
