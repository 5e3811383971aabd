package org.homeward.intake.finding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.codes.NumberingPlans;

/** Turns words, as people type and say them, into the keys of the index. */
final class SearchWords {

  private static final int CODE_LENGTH = 6;
  private static final Pattern CODE = Pattern.compile("(?:([A-Za-z]{2,8})-)?([0-9A-Fa-f]{6})");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ()/.-]{4,}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String node;
  private final String country;

  /**
   * @param country whose numbers are dialled without a country code
   */
  SearchWords(String node, String country) {
    this.node = node;
    this.country = country;
  }

  /** All keys that the words can mean. */
  Set<String> keys(String words) {
    Set<String> keys = new TreeSet<>();
    String asked = words.strip();
    Matcher code = CODE.matcher(asked);
    if (code.matches() && (code.group(1) == null || code.group(1).equalsIgnoreCase(node))) {
      keys.add(By.CODE.key(code.group(2).toLowerCase(Locale.ROOT)));
    }
    if (ID.matcher(asked.toLowerCase(Locale.ROOT)).matches()) {
      keys.add(By.CODE.key(asked.toLowerCase(Locale.ROOT)));
    }
    if (NUMBER.matcher(asked).matches()) {
      NumberingPlans.e164(asked, country).map(By.NUMBER::key).ifPresent(keys::add);
    }
    addWord(keys, By.REFERENCE, reference(asked));
    addWord(keys, By.NAME, name(asked));
    return keys;
  }

  private static void addWord(Set<String> keys, By by, String word) {
    if (!word.isEmpty()) {
      keys.add(by.key(word));
    }
  }

  /** The keys of a case's id: what people call it, and all of it. */
  static Set<String> codes(String caseId) {
    String letters = caseId.replace("-", "");
    return Set.of(
        By.CODE.key(letters.substring(0, Math.min(CODE_LENGTH, letters.length()))),
        By.CODE.key(caseId));
  }

  /** However it is spaced and stroked. */
  static String reference(String text) {
    return BETWEEN_WORDS.matcher(folded(text)).replaceAll("");
  }

  /** Without accents and capitals. */
  static String name(String text) {
    return BETWEEN_WORDS.matcher(folded(text)).replaceAll(" ").strip();
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
