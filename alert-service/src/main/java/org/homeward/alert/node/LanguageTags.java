package org.homeward.alert.node;

import java.util.Map;

/** The language tags (BCP 47) of what people read. */
public final class LanguageTags {

  private static final Map<String, String> WITH_SCRIPT = Map.of("sr", "sr-Latn");

  private LanguageTags() {}

  /**
   * A reader chooses a language; its script is ours to choose, and a screen reader needs it.
   *
   * @param language as in ISO 639-1
   */
  public static String of(String language) {
    return WITH_SCRIPT.getOrDefault(language, language);
  }
}
