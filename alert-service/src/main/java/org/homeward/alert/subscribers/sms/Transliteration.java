package org.homeward.alert.subscribers.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a text with the letters that every phone has, where the readers of its language are used
 * to that: Serbian in Latin letters, Greek in capitals, and Latin letters without rare marks. It
 * takes half the segments.
 */
public final class Transliteration {

  private static final String SERBIAN = "sr";
  private static final String GREEK = "el";

  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "dj", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o",
    "p", "r", "s", "t", "c", "u", "f", "h", "c", "c", "dz", "s"
  };

  /** Capitals of both scripts look alike, and the GSM alphabet has the others as they are. */
  private static final String GREEK_LOOKS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

  private static final String LATIN_LOOKS = "ABEZHIKMNOPTYX";

  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('‑', "-"),
          Map.entry('’', "'"),
          Map.entry('‘', "'"),
          Map.entry('„', "\""),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('«', "\""),
          Map.entry('»', "\""),
          Map.entry('…', "..."),
          Map.entry('·', "."),
          Map.entry('\u00a0', " "),
          Map.entry('±', "+-"));

  private static final Map<Character, String> SERBIAN_LETTERS = serbian();

  private Transliteration() {}

  private static Map<Character, String> serbian() {
    Map<Character, String> letters = new HashMap<>(Map.of('đ', "dj", 'Đ', "Dj"));
    for (int i = 0; i < LATIN.length; i++) {
      char small = CYRILLIC.charAt(i);
      letters.put(small, LATIN[i]);
      letters.put(Character.toUpperCase(small), capital(LATIN[i]));
    }
    return letters;
  }

  private static String capital(String latin) {
    return latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
  }

  /**
   * The text as it goes out. A letter without a customary other one stays, and makes the whole text
   * UCS-2.
   *
   * @param language as {@code sr}
   */
  public static String of(String text, String language) {
    String written =
        switch (language) {
          case SERBIAN -> Normalizer.normalize(text, Normalizer.Form.NFC);
          case GREEK -> greek(text);
          default -> Normalizer.normalize(text, Normalizer.Form.NFC);
        };
    var out = new StringBuilder();
    for (char letter : written.toCharArray()) {
      out.append(letter(letter, language));
    }
    return out.toString();
  }

  private static String letter(char letter, String language) {
    String sign = SIGNS.get(letter);
    if (sign != null) {
      return sign;
    }
    if (Gsm.has(letter)) {
      return String.valueOf(letter);
    }
    boolean read = language.equals(SERBIAN) || Character.toLowerCase(letter) == 'đ';
    String latin = read ? SERBIAN_LETTERS.get(letter) : null;
    return latin == null ? withoutMark(letter) : latin;
  }

  /** As č becomes c; a letter that is nothing else without its mark stays. */
  private static String withoutMark(char letter) {
    String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
    return apart.length() > 1 && Gsm.has(apart.charAt(0))
        ? apart.substring(0, 1)
        : String.valueOf(letter);
  }

  private static String greek(String text) {
    String capitals = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    var out = new StringBuilder();
    for (char letter : capitals.toUpperCase(Locale.ROOT).toCharArray()) {
      int looks = GREEK_LOOKS.indexOf(letter);
      out.append(looks < 0 ? letter : LATIN_LOOKS.charAt(looks));
    }
    return out.toString();
  }
}
