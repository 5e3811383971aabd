package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class EarlierFactsTest {

  private static final String CHILD = "0d6f4a52-6f0a-4c1e-9b53-0d9d7f1f7f5e";
  private static final String SEX = "/children/" + CHILD + "/sex";
  private static final Says FIRST =
      Says.builder()
          .notes(new Text("en", "first"))
          .answers(Map.of("vehicle", Answer.UNKNOWN))
          .children(Map.of(CHILD, ChildFacts.builder().sex(Code.of(Sex.MALE)).build()))
          .build();

  @Test
  void onlyWhatChangedIsKept() {
    Says kept = EarlierFacts.replaced(Says.EMPTY, FIRST, Set.of("/notes"));

    assertThat(kept).isEqualTo(Says.builder().notes(new Text("en", "first")).build());
  }

  @Test
  void factsOfAChildAndAnswersAreKeptAtTheirPlaces() {
    Says kept =
        EarlierFacts.replaced(
            Says.EMPTY,
            FIRST,
            Set.of("/children/" + CHILD + "/sex", "/answers/vehicle", "/vehicle"));

    assertThat(kept).isEqualTo(FIRST.with().notes(null).build());
  }

  @Test
  void aLaterChangeReplacesWhatWasKept() {
    Says once = EarlierFacts.replaced(Says.EMPTY, FIRST, Set.of("/notes", "/answers/notes"));
    Says second = FIRST.with().notes(null).answers(Map.of("notes", Answer.REFUSED)).build();
    Says twice = EarlierFacts.replaced(once, second, Set.of("/notes", "/answers/notes"));

    assertThat(twice).isEqualTo(Says.builder().answers(Map.of("notes", Answer.REFUSED)).build());
  }

  @Test
  @Proves(6)
  void whatSomebodyTakesBackIsGone() {
    Says named = FIRST.with().answers(Map.of()).build();
    Says old = EarlierFacts.replaced(Says.EMPTY, named, Set.of("/notes", SEX));

    assertThat(EarlierFacts.standing(old, named)).as("other words").isEqualTo(old);
    assertThat(EarlierFacts.standing(old, answering(named, Answer.UNKNOWN))).isEqualTo(old);
    assertThat(EarlierFacts.standing(old, answering(named, Answer.REFUSED)).notes()).isNull();
    assertThat(EarlierFacts.standing(old, named.with().notes(null).build()).notes()).isNull();
    assertThat(EarlierFacts.standing(old, named.with().children(Map.of()).build()).children())
        .isEmpty();
  }

  private static Says answering(Says said, Answer answer) {
    return said.with().notes(null).answers(Map.of("notes", answer)).build();
  }

  @Test
  @Proves(6)
  void whatFewerMayReadNowIsGoneAlsoForThoseWhoMay() {
    Says old = EarlierFacts.replaced(Says.EMPTY, FIRST, Set.of("/notes"));
    Says narrowed = limited(FIRST, Set.of(Audience.CONFIDANT));
    assertThat(EarlierFacts.standing(old, narrowed)).isEqualTo(Says.EMPTY);

    Says oldOfSome = EarlierFacts.replaced(Says.EMPTY, narrowed, Set.of("/notes"));
    assertThat(EarlierFacts.standing(oldOfSome, narrowed)).isEqualTo(oldOfSome);
    assertThat(EarlierFacts.standing(oldOfSome, FIRST)).as("widened").isEqualTo(oldOfSome);
    assertThat(EarlierFacts.standing(oldOfSome, limited(FIRST, Set.of())).notes()).isNull();
  }

  private static Says limited(Says said, Set<Audience> to) {
    return said.with().audiences(Map.of("notes", to)).build();
  }

  @Test
  @Proves(6)
  void nobodyReadsAnOldValueWhoCouldNotReadItThen() {
    Set<Audience> team = Set.of(Audience.CASE_TEAM);
    Says hidden = FIRST.with().audiences(Map.of("notes", Set.of())).build();
    Says kept = EarlierFacts.replaced(Says.EMPTY, hidden, Set.of("/notes"));

    assertThat(ReadablePart.of(kept, team).says().notes()).isNull();
    Says open = EarlierFacts.replaced(Says.EMPTY, FIRST, Set.of("/notes"));
    assertThat(ReadablePart.of(open, team).says().notes()).isNotNull();
  }
}
