package org.homeward.intake.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arabic names in whatever letters: their article is a word of its own, part of its noun, or said
 * like the letter that follows; and a servant of God is one word or several.
 */
final class ArabicNames {

  private static final Set<String> ARTICLES = Set.of("al", "el", "ul");
  private static final String ARTICLE = "ال";
  private static final int SHORTEST = 3;

  /** Stands between article and noun in what {@link #joined} returns. */
  private static final String AND = " ";

  private static final Set<String> SERVANTS =
      Set.of("abd", "abdul", "abdel", "abdal", "abdur", "abder", "abdoul", "عبد");

  private static final Pattern SERVANT =
      Pattern.compile("abd[aeiou]{1,2}(?:l(?=.{4})|([rsnzdt])(?=\\1))?(.{4,})");
  private static final Pattern ARABIC_SERVANT = Pattern.compile("عبدال(.{3,})");

  private ArabicNames() {}

  /** Words with their article before them, and servants of God as one word. */
  static List<String> joined(List<String> written) {
    List<String> joined = new ArrayList<>();
    String before = "";
    for (String word : withArticles(written)) {
      if (!before.isEmpty()) {
        joined.add(servantOf(before, noun(word)));
        before = "";
      } else if (SERVANTS.contains(word)) {
        before = word;
      } else {
        joined.add(servant(word));
      }
    }
    if (!before.isEmpty()) {
      joined.add(before);
    }
    return joined;
  }

  private static List<String> withArticles(List<String> written) {
    List<String> words = new ArrayList<>();
    boolean isArticle = false;
    for (String word : written) {
      if (ARTICLES.contains(word)) {
        isArticle = true;
      } else {
        boolean isOneWord =
            word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + SHORTEST;
        String noun = isOneWord ? word.substring(ARTICLE.length()) : word;
        words.add(isArticle || isOneWord ? "al" + AND + noun : noun);
        isArticle = false;
      }
    }
    return words.isEmpty() ? written : words;
  }

  private static String servantOf(String servant, String noun) {
    return (servant.startsWith("abd") ? "abd" : servant) + noun;
  }

  private static String servant(String word) {
    Matcher latin = SERVANT.matcher(word);
    if (latin.matches()) {
      return "abd" + latin.group(2);
    }
    Matcher arabic = ARABIC_SERVANT.matcher(word);
    return arabic.matches() ? "عبد" + arabic.group(1) : word;
  }

  static boolean hasArticle(String word) {
    return word.contains(AND);
  }

  static String noun(String word) {
    return word.substring(word.indexOf(AND) + AND.length());
  }

  /** A noun in Latin letters, as it is written with its article or without. */
  static Set<String> withArticle(String noun) {
    Set<String> nouns = new LinkedHashSet<>();
    nouns.add(noun);
    nouns.add(noun.replace('j', 'g')); // as in Cairo
    nouns.add(noun.replace('g', 'j'));
    Set<String> all = new LinkedHashSet<>(nouns);
    for (String each : nouns) {
      all.add("al" + each);
      all.add("el" + each);
      all.add("a" + each.charAt(0) + each);
    }
    return all;
  }
}
