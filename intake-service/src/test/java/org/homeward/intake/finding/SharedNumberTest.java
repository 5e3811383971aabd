package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Likeness.Verdict;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A full namesake who shares one number: whose number it is decides. */
class SharedNumberTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final String NUMBER = "+381112345678";

  private final ChildIndex index = new ChildIndex();

  private Description described(String name) {
    var written = new PersonName(name, null, null, "Latn", Code.of(NameKind.NATIVE));
    ChildFacts child = ChildFacts.builder().names(List.of(written)).build();
    return Description.of(Says.EMPTY, child, TODAY, Set.of(NUMBER), index::part);
  }

  private void put(String id, String name) {
    var child = new KnownChild(id, id, Set.of(), false, false, described(name), Set.of());
    index.put(id, 1, List.of(child));
  }

  private Verdict verdict(Predicate<KnownChild> isShown) {
    return index.find(described("Ana Živković"), isShown).stream()
        .filter(hit -> hit.child().childId().equals("ana"))
        .findFirst()
        .orElseThrow()
        .likeness()
        .verdict();
  }

  @Test
  void aFamilysNumberSaysItHoweverManyChildrenAndEpisodesItHas() {
    put("ana", "Ana Živković");
    put("again", "Ана Живковић");
    put("brother", "Marko Živković");
    put("sister", "Jelena Zivkovic");
    put("stepbrother", "Petar Kos");

    assertThat(verdict(_ -> true)).isEqualTo(Verdict.SAME_CHILD);
  }

  @Test
  @Proves(6)
  void aNumberOfSeveralFamiliesDoesNotAndHiddenCasesChangeNoVerdict() {
    put("ana", "Ana Živković");
    put("other", "Petar Kos");
    put("third", "Milica Radovanov");

    assertThat(verdict(_ -> true)).isEqualTo(Verdict.MAYBE);
    assertThat(verdict(child -> !child.childId().equals("third"))).isEqualTo(Verdict.SAME_CHILD);
  }
}
