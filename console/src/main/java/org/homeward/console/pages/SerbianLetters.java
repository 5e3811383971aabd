package org.homeward.console.pages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes Serbian text of Latin letters in Cyrillic ones, letter by letter, as the orthography of
 * both alphabets allows. Text in braces is a place for a value and stays; so does what is typed for
 * a computer: names of settings and files, addresses, and after a file the heading in it.
 */
final class SerbianLetters {

  private static final String LATIN = "abvgdđežzijklmnoprstćufhcčš";
  private static final String CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш";

  /** Two Latin letters that are one Cyrillic letter. */
  private static final Map<String, Character> PAIRS = Map.of("lj", 'љ', "nj", 'њ', "dž", 'џ');

  /** Names that Serbian texts of either alphabet write in Latin letters. */
  private static final Set<String> LATIN_ONLY =
      Set.of(
          "API",
          "Atom",
          "CAP",
          "CSV",
          "DOCTYPE",
          "Ed",
          "GR",
          "HEIC",
          "HMAC",
          "Homeward",
          "https",
          "JPEG",
          "JSON",
          "MongoDB",
          "PDF",
          "PFIF",
          "PNG",
          "ref",
          "RS",
          "Shift",
          "tz",
          "UTF",
          "WebP",
          "XML");

  /** {@code HOMEWARD_DATA/photos}, {@code docs/backup.md, „Keys”}, {@code https://rs.example}. */
  private static final String CODE =
      "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:[/=][a-z]+)*"
          + "|https?://\\S*|[\\w/@{}.-]*\\.[a-z]{2,}(?:, „[^”]*”)?";

  private static final Pattern WORD =
      Pattern.compile("(?<code>" + CODE + ")|\\{[^}]*}|\\p{IsLatin}+");

  private static final Map<Character, Character> LETTERS = new HashMap<>();

  static {
    for (int i = 0; i < LATIN.length(); i++) {
      LETTERS.put(LATIN.charAt(i), CYRILLIC.charAt(i));
    }
  }

  private SerbianLetters() {}

  static String cyrillic(String latin) {
    return WORD.matcher(latin)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("code") == null ? word(found.group()) : found.group()));
  }

  private static String word(String latin) {
    if (latin.startsWith("{") || LATIN_ONLY.contains(latin)) {
      return latin;
    }
    var word = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char letter = latin.charAt(i);
      String two = latin.substring(i, Math.min(i + 2, latin.length())).toLowerCase(Locale.ROOT);
      Character one = PAIRS.get(two);
      if (one == null) {
        one = LETTERS.getOrDefault(Character.toLowerCase(letter), letter);
      } else {
        i++;
      }
      word.append(Character.isUpperCase(letter) ? Character.toUpperCase(one) : one);
    }
    return word.toString();
  }
}
