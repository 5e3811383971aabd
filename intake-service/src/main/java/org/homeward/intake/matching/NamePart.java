package org.homeward.intake.matching;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * One word of a name, ready to be compared with others.
 *
 * @param word as it is written, in small letters
 * @param sounds its spellings by sound
 * @param bones the same without vowels
 * @param shapes its spellings with vowels that are taken for one another
 * @param withoutVowels its script writes few vowels, so that only the bones can be compared
 * @param groups names that are short for one another and have it among them
 */
public record NamePart(
    String word,
    List<String> sounds,
    List<String> bones,
    Set<String> shapes,
    boolean withoutVowels,
    Set<Integer> groups) {

  private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
  private static final double SHORT_NAME = 0.92;
  private static final double SAME_BONES = 0.94;
  private static final double ALIKE_VOWELS = 0.91;
  private static final double OTHER_VOWELS = 0.86;
  private static final double INITIAL = 0.85;
  private static final int LONG_ENOUGH = 3;

  public NamePart {
    sounds = List.copyOf(sounds);
    bones = List.copyOf(bones);
    shapes = Set.copyOf(shapes);
    groups = Set.copyOf(groups);
  }

  /** Of a word in small letters. */
  static NamePart of(String word, ShortNames shortNames) {
    boolean hasArticle = ArabicNames.hasArticle(word);
    Readings.Read read = Readings.of(hasArticle ? ArabicNames.noun(word) : word);
    Set<String> sounds = new LinkedHashSet<>();
    for (String way : read.ways()) {
      sounds.addAll(Sounds.of(way));
      if (hasArticle) {
        ArabicNames.withArticle(way).forEach(each -> sounds.addAll(Sounds.of(each)));
      }
      if (read.withoutVowels()) {
        sounds.addAll(Sounds.of(way.replace("w", ""))); // written for a vowel
        sounds.addAll(Sounds.of(way.replace("j", "g").replace("q", "g"))); // as in Cairo, in Basra
      }
    }
    sounds.removeIf(String::isEmpty);
    if (sounds.isEmpty()) {
      sounds.add(word);
    }
    Set<String> bones = new LinkedHashSet<>();
    sounds.forEach(each -> bones.add(Sounds.bones(each)));
    bones.removeIf(String::isEmpty);
    if (bones.isEmpty()) {
      bones.addAll(sounds);
    }
    return new NamePart(
        word,
        List.copyOf(sounds),
        List.copyOf(bones),
        sounds.stream().map(Sounds::shape).collect(Collectors.toSet()),
        read.withoutVowels(),
        shortNames.groups(sounds));
  }

  /**
   * Index keys shared with similar words: bones with at most one letter more or less, and short
   * names.
   */
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (String each : bones) {
      keys.add(each);
      for (int i = 0; each.length() > LONG_ENOUGH && i < each.length(); i++) {
        keys.add(each.substring(0, i) + each.substring(i + 1));
      }
    }
    groups.forEach(group -> keys.add("=" + group));
    return keys;
  }

  /** From 0 to 1. */
  public double like(NamePart other) {
    double best = groups.stream().anyMatch(other.groups::contains) ? SHORT_NAME : 0;
    if (withoutVowels || other.withoutVowels) {
      return Math.max(best, SAME_BONES * likest(bones, other.bones));
    }
    if (best < ALIKE_VOWELS && shapes.stream().anyMatch(other.shapes::contains)) {
      best = ALIKE_VOWELS;
    }
    if (best < OTHER_VOWELS && bones.stream().anyMatch(each -> saysMuch(each, other))) {
      best = OTHER_VOWELS;
    }
    return Math.max(best, likest(sounds, other.sounds));
  }

  private static boolean saysMuch(String bones, NamePart other) {
    return bones.length() > 1 && other.bones.contains(bones);
  }

  private static double likest(List<String> mine, List<String> theirs) {
    double best = 0;
    for (String one : mine) {
      for (String another : theirs) {
        best = Math.max(best, like(one, another));
      }
    }
    return best;
  }

  private static double like(String one, String another) {
    if (one.equals(another)) {
      return 1;
    }
    if (one.length() == 1 || another.length() == 1) {
      return one.charAt(0) == another.charAt(0) ? INITIAL : 0;
    }
    return ALIKE.apply(one, another);
  }

  @Override
  public String toString() {
    return "NamePart[redacted]";
  }
}
