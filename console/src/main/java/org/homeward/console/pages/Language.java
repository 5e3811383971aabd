package org.homeward.console.pages;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which pages can be read. */
public enum Language {
  SERBIAN("sr-Latn", "Srpski", true),
  SERBIAN_CYRILLIC("sr-Cyrl", "Српски", true),
  ENGLISH("en", "English", true),
  GREEK("el", "Ελληνικά", true);

  private final String tag;
  private final String own;
  private final boolean ready;

  Language(String tag, String own, boolean ready) {
    this.tag = tag;
    this.own = own;
    this.ready = ready;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** Its name in the language itself. */
  public String own() {
    return own;
  }

  /** Which way its letters run, as HTML says it. */
  public String direction() {
    return directionOf(own);
  }

  static String directionOf(String name) {
    var bidi = new Bidi(name, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    return bidi.baseIsLeftToRight() ? "ltr" : "rtl";
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** Those that have all words. */
  public static List<Language> ready() {
    return List.of(values()).stream().filter(language -> language.ready).toList();
  }

  /** The one of this tag, if it has all words. */
  public static Optional<Language> ofTag(String tag) {
    return ready().stream().filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** The first that a browser asks for; Serbian in Latin letters when it asks for none of ours. */
  public static Language ofBrowser(List<Locale> wished) {
    return wished.stream()
        .flatMap(wish -> ready().stream().filter(language -> language.answers(wish)))
        .findFirst()
        .orElse(SERBIAN);
  }

  private boolean answers(Locale wish) {
    Locale ours = locale();
    return ours.getLanguage().equals(wish.getLanguage())
        && (wish.getScript().isEmpty()
            || ours.getScript().isEmpty()
            || ours.getScript().equals(wish.getScript()));
  }

  /** Which form a number takes: {@code one}, {@code few} or {@code other}. */
  String form(long count) {
    boolean isSerbian = this == SERBIAN || this == SERBIAN_CYRILLIC;
    if (!isSerbian) {
      return count == 1 ? "one" : "other";
    }
    long tens = count % 100;
    long ones = count % 10;
    if (ones == 1 && tens != 11) {
      return "one";
    }
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "other";
  }
}
