package org.homeward.intake.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes alike what different countries and offices write differently: the same sound has one
 * spelling. It is for comparing names, not for reading them.
 */
final class Sounds {

  private static final Pattern HARD_C = Pattern.compile("c(?=[aoulrk]|$)");
  private static final Pattern VOWELS = Pattern.compile("[aeiou]");
  private static final int MOST_SPELLINGS = 6;

  /** In this order; what comes out of one goes into the next. */
  private static final List<Rule> RULES =
      List.of(
          rule("(.)\\1+", "$1"),
          rule("shtch|schtsch", "s"),
          rule("sch|shch|sh", "s"),
          rule("tsch|tch", "c"),
          rule("zgh", "zg"),
          rule("zh", "z"),
          rule("kh", "h"),
          rule("gh", "g"),
          rule("d[hjz]h?|gj", "d"),
          rule("th", "t"),
          rule("ph", "f"),
          rule("ts|tz", "c"),
          rule("ck|q", "k"),
          rule("x", "ks"),
          rule("w", "v"),
          rule("^nk|gk|ng", "g"),
          rule("m[pb]", "b"),
          rule("n[td]", "d"),
          rule("g(?=[ei])", "i"),
          rule("oe", "o"),
          rule("ou|oo|ue", "u"),
          rule("ee|ei|oi|yi|iy", "i"),
          rule("[yj]", "i"),
          rule("a[ei]", "e"),
          rule("ii+", "i"),
          rule("i(?=[aeou])", ""),
          rule("e[uf]", "ev"),
          rule("a[uf]", "av"),
          rule("h$", ""),
          rule("(.)\\1+", "$1"));

  private Sounds() {}

  private record Rule(Pattern from, String to) {}

  private static Rule rule(String from, String to) {
    return new Rule(Pattern.compile(from), to);
  }

  /** The spellings of one way to write a word. */
  static Set<String> of(String latin) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String each : ambiguous(latin)) {
      String sound = each;
      for (Rule rule : RULES) {
        sound = rule.from.matcher(sound).replaceAll(rule.to);
      }
      spellings.add(sound.isEmpty() ? latin : sound);
    }
    return spellings;
  }

  /**
   * The letters ch are said as in Charles, as in Christos, or as in Cherif; c as k or ts; and q as
   * k or, from Libya to Oman, as g.
   */
  private static Set<String> ambiguous(String latin) {
    Set<String> all = new LinkedHashSet<>();
    all.add(latin.replace("ch", "c"));
    if (latin.contains("ch")) {
      all.add(latin.replace("ch", "kh"));
      all.add(latin.replace("ch", "sh"));
    }
    if (latin.contains("q")) {
      all.add(latin.replace('q', 'g'));
    }
    for (String each : List.copyOf(all)) {
      all.add(HARD_C.matcher(each).replaceAll("k"));
    }
    return all.stream().limit(MOST_SPELLINGS).collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  /** With one letter for o and u, and one for e and i. */
  static String shape(String sound) {
    return sound.replace('o', 'u').replace('e', 'i');
  }

  /** What is left without vowels, which change most from one spelling to another. */
  static String bones(String sound) {
    String left = VOWELS.matcher(sound).replaceAll("").replace('f', 'v');
    return left.isEmpty() ? sound : left;
  }
}
