package org.homeward.intake.matching;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes one word of a name with the letters a to z, in each way in which people of its script do.
 */
final class Readings {

  private static final String TO_ASCII = "; NFC; Latin-ASCII; Lower; [^a-z] Remove";
  private static final Map<Script, List<Transliterator>> WAYS = ways();
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

  /** Umlauts are written with an e where there are none. */
  private static final Map<String, String> SPELT_OUT =
      Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

  private Readings() {}

  private enum Script {
    LATIN,
    CYRILLIC,
    GREEK,
    ARABIC,
    OTHER
  }

  /**
   * A word in Latin letters.
   *
   * @param withoutVowels its script writes few of them
   */
  record Read(Set<String> ways, boolean withoutVowels) {}

  private static Map<Script, List<Transliterator>> ways() {
    Map<Script, List<Transliterator>> ways = new EnumMap<>(Script.class);
    ways.put(Script.LATIN, all("Any-Null"));
    ways.put(Script.CYRILLIC, all("Serbian-Latin/BGN", "Ukrainian-Latin/BGN", "Russian-Latin/BGN"));
    ways.put(Script.GREEK, all("Greek-Latin/UNGEGN", "Greek-Latin/BGN"));
    ways.put(Script.ARABIC, all("Arabic-Latin"));
    ways.put(Script.OTHER, all("Any-Latin"));
    return ways;
  }

  private static List<Transliterator> all(String... ids) {
    return Stream.of(ids).map(id -> Transliterator.getInstance(id + TO_ASCII)).toList();
  }

  /** Of a word in small letters. */
  static Read of(String word) {
    Set<Script> scripts = scripts(word);
    Script script = scripts.isEmpty() ? Script.OTHER : scripts.iterator().next();
    String plain = script == Script.ARABIC ? withoutSigns(word) : word;
    Set<String> ways = new LinkedHashSet<>();
    ways(script, plain).forEach(way -> add(ways, way.transliterate(plain)));
    if (script == Script.LATIN) {
      String spelt = word;
      for (Map.Entry<String, String> each : SPELT_OUT.entrySet()) {
        spelt = spelt.replace(each.getKey(), each.getValue());
      }
      if (!spelt.equals(word)) {
        add(ways, WAYS.getOrDefault(script, List.of()).getFirst().transliterate(spelt));
      }
    }
    if (scripts.size() > 1) {
      addLookAlike(ways, word);
    }
    return new Read(ways, script == Script.ARABIC);
  }

  /** A language is read that has all of the letters: of others its tables drop some. */
  private static List<Transliterator> ways(Script script, String word) {
    List<Transliterator> all = WAYS.getOrDefault(script, List.of());
    if (script != Script.CYRILLIC) {
      return all;
    }
    List<Transliterator> some = new ArrayList<>();
    for (int i = 0; i < NOT_IN.size(); i++) {
      if (!NOT_IN.get(i).matcher(word).find()) {
        some.add(all.get(i));
      }
    }
    return some.isEmpty() ? all : some;
  }

  /** Letters that stand in the order of Cyrillic's ways for what each of them is without. */
  private static final List<Pattern> NOT_IN =
      Stream.of("[щйюяьґєіїыэёъ]", "[ђћљњџјыэёъ]", "[ђћљњџјґєії]").map(Pattern::compile).toList();

  /** Letters that are written with a sign or without, and the ending that is not heard. */
  private static String withoutSigns(String word) {
    return word.replaceAll("[أإآ]", "ا").replace('ى', 'ا').replace('ة', 'ه');
  }

  /** A word of mixed scripts is also read with look-alike letters replaced. */
  private static void addLookAlike(Set<String> ways, String word) {
    String plain = CONFUSABLES.getSkeleton(word).toLowerCase(Locale.ROOT);
    WAYS.getOrDefault(Script.LATIN, List.of()).forEach(way -> add(ways, way.transliterate(plain)));
  }

  private static void add(Set<String> ways, String read) {
    if (!read.isEmpty()) {
      ways.add(read);
    }
  }

  private static Set<Script> scripts(String word) {
    Set<Script> found = new LinkedHashSet<>();
    word.codePoints()
        .map(UScript::getScript)
        .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
        .forEach(script -> found.add(script(script)));
    return found;
  }

  private static Script script(int code) {
    return switch (code) {
      case UScript.LATIN -> Script.LATIN;
      case UScript.CYRILLIC -> Script.CYRILLIC;
      case UScript.GREEK -> Script.GREEK;
      case UScript.ARABIC -> Script.ARABIC;
      default -> Script.OTHER;
    };
  }
}
