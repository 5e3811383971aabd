package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Likeness;
import org.homeward.intake.matching.Name;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names in several scripts are found by one another, among all of them and among many more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesConformanceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final int TOP = 5;
  private static final int DISTRACTORS = 20_000;

  /**
   * @param same whether both are names of one person
   * @param strength {@code must} or {@code should}
   */
  private record Pair(String one, String other, boolean same, String strength) {}

  /** How many of a strength were among the first five. */
  private record Recall(int found, int asked) {

    double share() {
      return (double) found / asked;
    }
  }

  private static List<Pair> pairs() throws IOException {
    Path root = root();
    assumeTrue(Files.isDirectory(root), "no conformance material at " + root);
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("names/cases/cross-script-pairs.csv"))) {
      String[] fields = line.split(",");
      if (!fields[0].equals("id")) {
        pairs.add(new Pair(fields[2], fields[3], fields[4].equals("true"), fields[5]));
      }
    }
    return pairs;
  }

  /** As everywhere in the project: beside it, or where a variable says. */
  private static Path root() {
    String named = System.getenv("CONFORMANCE_DIR");
    if (named != null) {
      return Path.of(named);
    }
    Path project = Path.of("").toAbsolutePath();
    while (project.getParent() != null && !Files.exists(project.resolve("mvnw"))) {
      project = project.getParent();
    }
    return project.resolveSibling("shared").resolve("conformance");
  }

  private static Description described(String name, ChildIndex index) {
    var written = new PersonName(name, null, null, "Zyyy", Code.of(NameKind.NATIVE));
    ChildFacts child = ChildFacts.builder().names(List.of(written)).build();
    return Description.of(Says.EMPTY, child, TODAY, Set.of(), index::part);
  }

  private static void put(ChildIndex index, String name) {
    var child =
        new KnownChild(name, name, Set.of(), false, false, described(name, index), Set.of());
    index.put(name, 1, List.of(child));
  }

  /** Among the first five people, whatever their spellings; ties count against it. */
  private static boolean isFound(ChildIndex index, Pair pair, Map<String, String> people) {
    List<ChildIndex.Hit> hits = index.find(described(pair.other(), index), _ -> true);
    String person = person(people, pair.one());
    double name = -1;
    Set<String> before = new HashSet<>();
    for (ChildIndex.Hit hit : hits) {
      if (hit.child().childId().equals(pair.one())) {
        name = hit.likeness().name();
      }
    }
    for (ChildIndex.Hit hit : hits) {
      String other = person(people, hit.child().childId());
      if (!other.equals(person) && hit.likeness().name() >= name) {
        before.add(other);
      }
    }
    return name >= 0 && before.size() < TOP;
  }

  /** The spelling that stands for all of one person: those that pairs say are the same. */
  private static Map<String, String> spellings(List<Pair> pairs) {
    Map<String, String> people = new HashMap<>();
    for (Pair pair : pairs) {
      if (pair.same()) {
        people.put(person(people, pair.one()), person(people, pair.other()));
      }
    }
    return people;
  }

  private static String person(Map<String, String> people, String name) {
    String at = name;
    while (people.containsKey(at) && !at.equals(people.get(at))) {
      at = people.get(at);
    }
    return at;
  }

  private static Recall recall(ChildIndex index, List<Pair> pairs, String strength) {
    Map<String, String> people = spellings(pairs);
    List<Pair> asked =
        pairs.stream().filter(each -> each.same() && each.strength().equals(strength)).toList();
    List<Pair> missed = asked.stream().filter(each -> !isFound(index, each, people)).toList();
    missed.forEach(each -> System.out.println("not found: " + each));
    return new Recall(asked.size() - missed.size(), asked.size());
  }

  /** The same for all who are called so, in whatever script. */
  private static String sound(String name) {
    return Name.of(name).parts().stream()
        .map(part -> part.sounds().getFirst())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Set<String> people(List<Pair> pairs) {
    Set<String> people = new LinkedHashSet<>();
    pairs.stream().filter(Pair::same).forEach(each -> people.add(each.one()));
    return people;
  }

  @Test
  void namesAreFoundAmongOneAnother() throws IOException {
    List<Pair> pairs = pairs();
    var index = new ChildIndex();
    people(pairs).forEach(name -> put(index, name));

    Recall must = recall(index, pairs, "must");
    Recall should = recall(index, pairs, "should");

    System.out.printf("names alone: must %s, should %s%n", must, should);
    assertThat(must.share()).isGreaterThanOrEqualTo(0.98);
    assertThat(should.share()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void namesAreFoundAmongTwentyThousandMadeOfTheSameWords() throws IOException {
    List<Pair> pairs = pairs();
    var index = new ChildIndex();
    people(pairs).forEach(name -> put(index, name));
    Set<String> known = new HashSet<>();
    Map<String, String> words = new TreeMap<>(); // one spelling of each
    for (Pair pair : pairs) {
      for (String name : List.of(pair.one(), pair.other())) {
        known.add(sound(name));
        for (String word : name.split(" ")) {
          words.putIfAbsent(sound(word), word);
        }
      }
    }
    List<String> spellings = List.copyOf(words.values());
    var random = new Random(116_000);
    int added = 0;
    for (int i = 0; i < 50 * DISTRACTORS && added < DISTRACTORS; i++) {
      String name = any(spellings, random) + " " + any(spellings, random);
      if (known.add(sound(name))) {
        put(index, name);
        added++;
      }
    }

    Recall must = recall(index, pairs, "must");
    Recall should = recall(index, pairs, "should");

    System.out.printf("names among %d more: must %s, should %s%n", added, must, should);
    assertThat(must.share()).isGreaterThanOrEqualTo(0.98);
    assertThat(should.share()).isGreaterThanOrEqualTo(0.82);
  }

  @Test
  void noNameSaysThatItIsTheSameChild() throws IOException {
    var index = new ChildIndex();
    for (Pair pair : pairs()) {
      var likeness = Likeness.of(described(pair.one(), index), described(pair.other(), index));
      assertThat(likeness.verdict()).isNotEqualTo(Likeness.Verdict.SAME_CHILD);
    }
  }

  @Test
  void siblingsAndNamesakesAreOthers() throws IOException {
    List<Pair> others =
        pairs().stream().filter(each -> !each.same() && each.strength().equals("must")).toList();

    assertThat(others)
        .allSatisfy(
            each -> assertThat(Name.of(each.one()).like(Name.of(each.other()))).isLessThan(0.93));
  }
}
