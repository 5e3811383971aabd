package org.homeward.intake.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Likeness;
import org.homeward.intake.matching.Name;
import org.homeward.intake.matching.NamePart;

/**
 * Children by what is known of them, in this process's memory. A search looks first for words that
 * sound alike, and compares the most promising children field by field. A child without a name is
 * compared with everybody: that is quick, because names are what takes time.
 */
final class ChildIndex {

  private static final double ALIKE = 0.78;
  private static final int COMPARED = 1_000;

  /** A number that so many families share is an office's, whoever called from it. */
  private static final int FAMILIES = 3;

  static final Comparator<Hit> LIKEST_FIRST =
      Comparator.comparingDouble((Hit hit) -> hit.likeness().weight())
          .thenComparingDouble(hit -> hit.likeness().name())
          .reversed();

  /** The same at each search; a string knows its hash, and comparing ids takes longer. */
  private static final Comparator<KnownChild> SAME_ORDER =
      Comparator.comparingInt((KnownChild child) -> child.childId().hashCode())
          .thenComparing(KnownChild::childId);

  private static final Comparator<Map.Entry<KnownChild, Double>> MOST_PROMISING_FIRST =
      (one, other) -> {
        int promise = Double.compare(other.getValue(), one.getValue());
        return promise == 0 ? SAME_ORDER.compare(one.getKey(), other.getKey()) : promise;
      };

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Set<Word>> byKey = new HashMap<>();
  private final Map<String, Set<KnownChild>> byFact = new HashMap<>();
  private final Set<KnownChild> nameless = new HashSet<>();
  private final Map<String, OfCase> cases = new HashMap<>();

  private record OfCase(long version, List<KnownChild> children) {}

  /** A word of names, and the children who have it. */
  private static final class Word {

    private final NamePart part;
    private final Set<KnownChild> children = new HashSet<>();

    private Word(NamePart part) {
      this.part = part;
    }
  }

  /** A child who may be the one that was asked for. */
  record Hit(KnownChild child, Likeness likeness) {}

  /** Identifies a word of a name: words are common to many names. */
  NamePart part(String word) {
    lock.readLock().lock();
    try {
      Word known = words.get(word);
      if (known != null) {
        return known.part;
      }
    } finally {
      lock.readLock().unlock();
    }
    return Name.part(word);
  }

  /** The children of a case in one version of it; an older one changes nothing. */
  void put(String caseId, long version, List<KnownChild> children) {
    lock.writeLock().lock();
    try {
      OfCase before = cases.get(caseId);
      if (before != null && before.version >= version) {
        return;
      }
      if (before != null) {
        before.children.forEach(this::take);
      }
      children.forEach(this::give);
      cases.put(caseId, new OfCase(version, List.copyOf(children)));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void give(KnownChild child) {
    if (child.description().isNameless()) {
      nameless.add(child);
    }
    parts(child)
        .forEach(
            part -> {
              Word word = words.get(part.word());
              if (word == null) {
                word = new Word(part);
                words.put(part.word(), word);
                for (String key : part.keys()) {
                  byKey.computeIfAbsent(key, _ -> new HashSet<>()).add(word);
                }
              }
              word.children.add(child);
            });
    Stream.concat(facts(child.description()), child.household().stream())
        .forEach(fact -> byFact.computeIfAbsent(fact, _ -> new HashSet<>()).add(child));
  }

  /** Also removes words that no child has any more: a word may be the name of an erased child. */
  private void take(KnownChild child) {
    nameless.remove(child);
    parts(child)
        .forEach(
            part -> {
              Word word = words.get(part.word());
              if (word != null) {
                word.children.remove(child);
                if (word.children.isEmpty()) {
                  words.remove(part.word());
                  part.keys().forEach(key -> remove(byKey, key, word));
                }
              }
            });
    Stream.concat(facts(child.description()), child.household().stream())
        .forEach(fact -> remove(byFact, fact, child));
  }

  private static <T> void remove(Map<String, Set<T>> from, String key, T gone) {
    Set<T> left = from.get(key);
    if (left != null) {
      left.remove(gone);
      if (left.isEmpty()) {
        from.remove(key);
      }
    }
  }

  private static Stream<NamePart> parts(KnownChild child) {
    return child.description().names().stream().flatMap(name -> name.parts().stream()).distinct();
  }

  private static Stream<String> facts(Description of) {
    return Stream.concat(
        of.numbers().stream().map(By.NUMBER::key), of.plates().stream().map(plate -> "=" + plate));
  }

  /**
   * The children that may be the one, the likest first; all of them, whoever may see them.
   *
   * @param isShown whether the person who asks may see a child: the others change no verdict
   */
  List<Hit> find(Description asked, Predicate<KnownChild> isShown) {
    List<KnownChild> some;
    Set<String> ofMany;
    lock.readLock().lock();
    try {
      some = asked.isNameless() ? everybody() : promisingOrNameless(asked);
      ofMany = ofMany(asked, isShown);
    } finally {
      lock.readLock().unlock();
    }
    Description told = asked.sharing(ofMany);
    // Comparing takes longer, and every write of a case waits for the lock.
    return some.stream()
        .map(child -> new Hit(child, Likeness.of(told, child.description())))
        .filter(hit -> hit.likeness().verdict() != Likeness.Verdict.UNLIKE)
        .sorted(LIKEST_FIRST)
        .toList();
  }

  /** The numbers that children of several families share, as far as the person may know. */
  private Set<String> ofMany(Description asked, Predicate<KnownChild> isShown) {
    return asked.numbers().stream()
        .filter(
            number ->
                families(
                        byFact.getOrDefault(By.NUMBER.key(number), Set.of()).stream()
                            .filter(isShown) // upholds 6
                            .filter(child -> !child.description().isNameless())
                            .limit(COMPARED)
                            .toList())
                    >= FAMILIES)
        .collect(Collectors.toSet());
  }

  /** How many of them have no word of a name in common with those before, up to the limit. */
  private static int families(List<KnownChild> children) {
    List<KnownChild> apart = new ArrayList<>();
    for (KnownChild child : children) {
      if (apart.size() < FAMILIES && apart.stream().noneMatch(each -> shareAWord(each, child))) {
        apart.add(child);
      }
    }
    return apart.size();
  }

  private static boolean shareAWord(KnownChild one, KnownChild other) {
    return parts(one)
        .anyMatch(part -> parts(other).anyMatch(another -> part.like(another) >= ALIKE));
  }

  private List<KnownChild> everybody() {
    return cases.values().stream().flatMap(each -> each.children.stream()).toList();
  }

  private List<KnownChild> promisingOrNameless(Description asked) {
    Set<KnownChild> some = new HashSet<>(promising(asked));
    some.addAll(nameless);
    return List.copyOf(some);
  }

  /** Those who share a number or a plate, and those with the most words alike. */
  private Collection<KnownChild> promising(Description asked) {
    Map<KnownChild, Double> promise = new HashMap<>();
    for (Name name : asked.names()) {
      alike(name).forEach((child, sum) -> promise.merge(child, sum, Math::max));
    }
    facts(asked)
        .flatMap(fact -> byFact.getOrDefault(fact, Set.of()).stream())
        .forEach(child -> promise.merge(child, 1.0, Double::sum));
    return promise.size() <= COMPARED ? promise.keySet() : mostPromising(promise);
  }

  /** Names are so common that sorting all who share one takes longer than comparing the chosen. */
  private static List<KnownChild> mostPromising(Map<KnownChild, Double> promise) {
    var chosen = new PriorityQueue<>(COMPARED, MOST_PROMISING_FIRST.reversed());
    for (Map.Entry<KnownChild, Double> each : promise.entrySet()) {
      if (chosen.size() < COMPARED) {
        chosen.add(each);
      } else if (MOST_PROMISING_FIRST.compare(each, chosen.element()) < 0) {
        chosen.remove();
        chosen.add(each);
      }
    }
    return chosen.stream().map(Map.Entry::getKey).toList();
  }

  /** For each child the sum of how alike its words are to those of a name. */
  private Map<KnownChild, Double> alike(Name name) {
    Map<KnownChild, Double> sums = new HashMap<>();
    for (NamePart part : name.parts()) {
      Map<KnownChild, Double> best = new HashMap<>();
      for (Word word : wordsLike(part)) {
        double like = part.like(word.part);
        if (like >= ALIKE) {
          word.children.forEach(child -> best.merge(child, like, Math::max));
        }
      }
      best.forEach((child, like) -> sums.merge(child, like, Double::sum));
    }
    return sums;
  }

  private Set<Word> wordsLike(NamePart part) {
    Set<Word> alike = new HashSet<>();
    for (String key : part.keys()) {
      alike.addAll(byKey.getOrDefault(key, Set.of()));
    }
    return alike;
  }

  /** What these cases say of their children, in all circles; all of them, whoever may see them. */
  List<KnownChild> of(Set<String> caseIds) {
    lock.readLock().lock();
    try {
      return caseIds.stream()
          .map(cases::get)
          .filter(Objects::nonNull)
          .flatMap(each -> each.children.stream())
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The children who share this; all of them, whoever may see them. */
  List<KnownChild> sharing(String fact) {
    lock.readLock().lock();
    try {
      return List.copyOf(byFact.getOrDefault(fact, Set.of()));
    } finally {
      lock.readLock().unlock();
    }
  }

  int size() {
    lock.readLock().lock();
    try {
      return cases.values().stream().mapToInt(each -> each.children.size()).sum();
    } finally {
      lock.readLock().unlock();
    }
  }
}
