package org.homeward.schema.codes;

import java.util.Set;

/** ISO 15924: codes of scripts, which are subtags of languages too. */
public final class Scripts {

  private static final Set<String> CODES =
      CodeFile.read("language-subtags.txt").getOrDefault("script", Set.of());

  private Scripts() {}

  /** Whether it is a code such as {@code Cyrl}, in its own letters' case. */
  public static boolean has(String code) {
    return CODES.contains(code);
  }
}
