package org.homeward.intake.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole name, as words that can be compared in any order. */
public record Name(List<NamePart> parts) {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern WITHIN_A_WORD = Pattern.compile("['’ʼʹ`]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** They come and go from one form to the next. */
  private static final Set<String> PARTICLES =
      Set.of("bin", "ibn", "ben", "bint", "de", "van", "von", "der", "da");

  private static final int MOST_PARTS = 8;

  /** The worst of the words that belong together counts most: a mean merges siblings. */
  private static final double WEAKEST = 0.7;

  private static final double UNMATCHED = 0.93;

  /** A first name or a surname alone is more people's than a whole name that is spelt otherwise. */
  private static final double ONE_OF_SEVERAL = 0.94;

  private static final double WRITTEN_TOGETHER = 0.95;

  public Name {
    parts = List.copyOf(parts);
  }

  /** A name as it is written. */
  public static Name of(String full) {
    return of(full, Name::part);
  }

  /**
   * The same.
   *
   * @param parts makes or remembers what a word in small letters is
   */
  public static Name of(String full, Function<String, NamePart> parts) {
    return new Name(words(full).stream().map(parts).toList());
  }

  /** A word of a name, in small letters. */
  public static NamePart part(String word) {
    return NamePart.of(word, ShortNames.known());
  }

  static List<String> words(String full) {
    String plain = Normalizer.normalize(full, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = INVISIBLE.matcher(plain).replaceAll("");
    plain = WITHIN_A_WORD.matcher(plain).replaceAll("");
    List<String> written =
        Stream.of(BETWEEN_WORDS.split(plain)).filter(word -> !word.isEmpty()).toList();
    List<String> words = ArabicNames.joined(written);
    List<String> without = words.stream().filter(word -> !PARTICLES.contains(word)).toList();
    return (without.size() > 1 ? without : words).stream().limit(MOST_PARTS).toList();
  }

  /** From 0 to 1. */
  public double like(Name other) {
    int mine = parts.size();
    int theirs = other.parts.size();
    if (mine == 0 || theirs == 0) {
      return 0;
    }
    double[][] likes = new double[mine][theirs];
    for (int i = 0; i < mine; i++) {
      for (int j = 0; j < theirs; j++) {
        likes[i][j] = parts.get(i).like(other.parts.get(j));
      }
    }
    double score = aligned(likes);
    return mine == theirs ? score : Math.max(score, together(other));
  }

  /** Pairs the words greedily, the best pair first. */
  private static double aligned(double[][] likes) {
    int mine = likes.length;
    int theirs = likes[0].length;
    int pairs = Math.min(mine, theirs);
    boolean[] used = new boolean[mine];
    boolean[] usedTheirs = new boolean[theirs];
    double weakest = 1;
    double sum = 0;
    for (int n = 0; n < pairs; n++) {
      int bestI = -1;
      int bestJ = -1;
      for (int i = 0; i < mine; i++) {
        for (int j = 0; j < theirs; j++) {
          boolean isFree = !used[i] && !usedTheirs[j];
          if (isFree && (bestI < 0 || likes[i][j] > likes[bestI][bestJ])) {
            bestI = i;
            bestJ = j;
          }
        }
      }
      used[bestI] = true;
      usedTheirs[bestJ] = true;
      weakest = Math.min(weakest, likes[bestI][bestJ]);
      sum += likes[bestI][bestJ];
    }
    double score = WEAKEST * weakest + (1 - WEAKEST) * sum / pairs;
    double missing = Math.pow(UNMATCHED, mine + theirs - 2 * pairs);
    return pairs == 1 && mine != theirs ? score * missing * ONE_OF_SEVERAL : score * missing;
  }

  /** One person writes two words where another writes one. */
  private double together(Name other) {
    String one = joined();
    String another = other.joined();
    return one.equals(another) ? WRITTEN_TOGETHER : 0;
  }

  private String joined() {
    var all = new StringBuilder();
    parts.forEach(part -> all.append(part.bones().getFirst()));
    return all.toString();
  }

  @Override
  public String toString() {
    return "Name[redacted]";
  }
}
