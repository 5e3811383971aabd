package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.intake.finding.CaseIndex.Match;
import org.homeward.intake.finding.CaseIndex.Matches;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CaseIndexTest {

  private static final String NAME = By.NAME.key("ana petrovic");
  private static final String NUMBER = By.NUMBER.key("+381641234567");

  private final CaseIndex index = new CaseIndex(3);

  private static KnownCase known(String id, long version, String... open) {
    return new KnownCase(
        id, version, Instant.ofEpochSecond(version), Set.of(), Set.of(open), Set.of(), Set.of());
  }

  private Matches find(String person, String... keys) {
    return index.find(List.of(keys), person, false);
  }

  private List<String> shown(String... keys) {
    return find("p", keys).shown().stream().map(Match::caseId).toList();
  }

  @Test
  void casesAreFoundByAnyOfTheirWordsTheNewestFirst() {
    index.put(known("a", 1, NAME));
    index.put(known("b", 2, NAME, NUMBER));

    assertThat(shown(NAME)).containsExactly("b", "a");
    assertThat(shown(NUMBER, NAME)).containsExactly("b", "a");
    assertThat(find("p", NUMBER, NAME).shown().getFirst().by())
        .containsExactlyInAnyOrder(By.NAME, By.NUMBER);
    assertThat(shown(By.NAME.key("somebody else"))).isEmpty();
  }

  @Test
  @Proves(2)
  void anOlderVersionChangesNothing() {
    index.put(known("a", 2, NUMBER));
    index.put(known("a", 1, NAME));
    index.put(known("a", 2, NAME));

    assertThat(shown(NAME)).isEmpty();
    assertThat(shown(NUMBER)).containsExactly("a");

    index.put(known("a", 3, NAME));

    assertThat(shown(NAME)).containsExactly("a");
    assertThat(shown(NUMBER)).isEmpty();
  }

  @Test
  @Proves(7)
  void anErasedCaseIsFoundByNothingAndDoesNotComeBack() {
    index.put(known("a", 1, NAME));
    index.put(KnownCase.gone("a", 2));
    index.put(known("a", 1, NAME));

    assertThat(find("p", NAME)).isEqualTo(new Matches(List.of(), Set.of()));
  }

  @Test
  @Proves(6)
  void whoeverIsExcludedIsShownNothingAndTheCaseIsOwedAQuestion() {
    index.put(
        new KnownCase(
            "a", 1, Instant.EPOCH, Set.of("person:p"), Set.of(NAME), Set.of(), Set.of(NUMBER)));

    assertThat(find("p", NAME)).isEqualTo(new Matches(List.of(), Set.of("a")));
    assertThat(find("q", NAME).shown()).hasSize(1);
    assertThat(find("q", NUMBER)).isEqualTo(new Matches(List.of(), Set.of("a")));
    assertThat(find("q", NUMBER, NAME).owed()).as("it is shown anyhow").isEmpty();
  }

  @Test
  @Proves(6)
  void whatOnlyConfidantsKnowFindsOnlyForThem() {
    index.put(
        new KnownCase("a", 1, Instant.EPOCH, Set.of(), Set.of(), Set.of(NAME), Set.of(NUMBER)));

    assertThat(index.find(List.of(NAME), "p", true).shown()).hasSize(1);
    assertThat(index.find(List.of(NAME), "p", false))
        .isEqualTo(new Matches(List.of(), Set.of("a")));
    assertThat(index.find(List.of(NUMBER), "p", true).shown()).as("a number never").isEmpty();
  }

  @Test
  void oneThatIsFullSaysItAndGoesOnWithWhatItHas() {
    for (String id : List.of("a", "b", "c")) {
      index.put(known(id, 1, NAME));
    }
    assertThat(index.isFull()).isFalse();

    index.put(known("d", 1, NAME));
    index.put(known("a", 2, NUMBER));

    assertThat(index.isFull()).isTrue();
    assertThat(index.size()).isEqualTo(3);
    assertThat(shown(NAME)).containsExactly("b", "c");
    assertThat(shown(NUMBER)).containsExactly("a");
  }
}
