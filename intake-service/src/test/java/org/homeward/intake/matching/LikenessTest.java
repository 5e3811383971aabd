package org.homeward.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.matching.Likeness.Verdict.MAYBE;
import static org.homeward.intake.matching.Likeness.Verdict.SAME_CHILD;
import static org.homeward.intake.matching.Likeness.Verdict.UNLIKE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.homeward.intake.matching.Likeness.Verdict;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final String NUMBER = "+381641234567";

  private static Description child(String name, @Nullable String born, Sex sex, String... numbers) {
    return described(name, born == null ? null : PartialDate.parse(born), null, sex, numbers);
  }

  private static Description described(
      String name,
      @Nullable PartialDate born,
      @Nullable NumberRange age,
      Sex sex,
      String... numbers) {
    var facts =
        ChildFacts.builder()
            .names(List.of(new PersonName(name, null, null, "Latn", Code.of(NameKind.NATIVE))))
            .born(born)
            .ageYears(age)
            .sex(Code.of(sex))
            .build();
    return Description.of(Says.EMPTY, facts, TODAY, Set.of(numbers), Name::part);
  }

  private static Verdict verdict(Description one, Description other) {
    Verdict verdict = Likeness.of(one, other).verdict();
    assertThat(Likeness.of(other, one).verdict()).isEqualTo(verdict);
    return verdict;
  }

  @Test
  void aNameAloneNeverSaysThatItIsTheSameChild() {
    Description ana = child("Ana Živković", null, Sex.FEMALE);

    assertThat(verdict(ana, ana)).isEqualTo(MAYBE);
    assertThat(verdict(ana, child("Ана Живковић", "2014", Sex.FEMALE))).isEqualTo(MAYBE);
  }

  @Test
  void aNameAndADayOfBirthOrANumberSayIt() {
    assertThat(
            verdict(
                child("Ana Živković", "2014-03-05", Sex.FEMALE),
                child("Živković Ana", "2014-03-05", Sex.FEMALE)))
        .isEqualTo(SAME_CHILD);
    assertThat(
            verdict(
                child("Ana Živković", null, Sex.FEMALE, NUMBER),
                child("Ana Zivkovic", null, Sex.FEMALE, NUMBER)))
        .isEqualTo(SAME_CHILD);
  }

  @Test
  void aNumberOfManyChildrenNeverMakesANamesakeTheSameChild() {
    Description known = child("Ana Živković", null, Sex.FEMALE, NUMBER);
    Description ofAnOffice =
        child("Ana Živković", null, Sex.FEMALE, NUMBER).sharing(Set.of(NUMBER));

    assertThat(verdict(known, ofAnOffice)).isEqualTo(MAYBE);
    assertThat(Likeness.of(known, ofAnOffice).fields())
        .contains(new Compared(Field.NUMBER, Compared.Level.LIKE, 3));
    String ofAFamily = "+381609876543";
    assertThat(
            verdict(
                child("Ana Živković", null, Sex.FEMALE, NUMBER, ofAFamily),
                child("Ana Živković", null, Sex.FEMALE, NUMBER, ofAFamily).sharing(Set.of(NUMBER))))
        .as("another number of hers still does")
        .isEqualTo(SAME_CHILD);
  }

  private static Description looks(Sex sex, int age, String town, String... languages) {
    var facts =
        ChildFacts.builder()
            .ageYears(new NumberRange(age, age + 1))
            .sex(Code.of(sex))
            .languages(List.of(languages))
            .hair(Code.of(HairColour.BROWN))
            .build();
    return Description.of(seenIn(town), facts, TODAY, Set.of(), Name::part);
  }

  private static Says seenIn(String town) {
    return Says.builder().lastSeen(new LastSeen(null, null, null, Place.of("RS", town))).build();
  }

  @Test
  void whatManyShareIsWorthALookOnlyTogetherAndNeverMore() {
    Description found = looks(Sex.MALE, 8, "Novi Sad", "ps");

    assertThat(verdict(found, looks(Sex.MALE, 8, "Novi Sad", "ps-AF"))).isEqualTo(MAYBE);
    assertThat(verdict(found, looks(Sex.MALE, 8, "Нови Сад")))
        .as("sex, age, hair, town")
        .isEqualTo(MAYBE);
    assertThat(verdict(found, looks(Sex.MALE, 8, "Niš"))).as("sex, age and hair").isEqualTo(UNLIKE);
    assertThat(verdict(found, looks(Sex.FEMALE, 8, "Novi Sad", "ps"))).isEqualTo(UNLIKE);
    assertThat(verdict(found, looks(Sex.MALE, 14, "Novi Sad", "ps"))).isEqualTo(UNLIKE);
  }

  @Test
  void looksCountForNothingWhereBothHaveNames() {
    Likeness named =
        Likeness.of(
            child("Ana Živković", "2014-03-05", Sex.FEMALE),
            child("Ana Živković", "2014-03-05", Sex.FEMALE));
    assertThat(named.fields())
        .extracting(Compared::field)
        .doesNotContainAnyElementsOf(Looks.SHARED_BY_MANY);
    assertThat(
            Likeness.of(looks(Sex.MALE, 8, "Niš", "sr"), child("Marko Kos", "2018-03-05", Sex.MALE))
                .fields())
        .extracting(Compared::field)
        .containsExactlyInAnyOrder(Field.BORN, Field.SEX);
  }

  @Test
  void twinsAreNotTheSameChild() {
    assertThat(
            verdict(
                child("Marko Petrović", "2014-03-05", Sex.MALE, NUMBER),
                child("Mirko Petrović", "2014-03-05", Sex.MALE, NUMBER)))
        .isNotEqualTo(SAME_CHILD);
    assertThat(
            verdict(
                child("Ivan Petrović", "2014-03-05", Sex.MALE),
                child("Ivana Petrović", "2014-03-05", Sex.FEMALE)))
        .isNotEqualTo(SAME_CHILD);
  }

  @Test
  void aFamilysNumberDoesNotMakeASiblingTheSameChild() {
    assertThat(
            verdict(
                child("Ivan Petrović", "2014-03-05", Sex.MALE, NUMBER),
                child("Ivana Petrović", "2014-03-05", Sex.FEMALE, NUMBER)))
        .isEqualTo(MAYBE);
    assertThat(
            verdict(
                child("Petrović", null, Sex.MALE, NUMBER),
                child("Ivan Petrović", null, Sex.MALE, NUMBER)))
        .isEqualTo(MAYBE);
  }

  @Test
  void anotherAgeSpeaksAgainstIt() {
    Description nine = described("Ana Živković", null, new NumberRange(9, 10), Sex.FEMALE);
    assertThat(verdict(nine, child("Ana Živković", "2016-06-01", Sex.FEMALE))).isEqualTo(MAYBE);
    assertThat(verdict(nine, child("Ana Živković", "2009-06-01", Sex.FEMALE))).isEqualTo(UNLIKE);
  }

  @Test
  void aNumberAloneIsWorthALookAndStrangersAreNot() {
    assertThat(
            verdict(
                child("Ana Živković", null, Sex.FEMALE, NUMBER),
                child("Mila Kos", null, Sex.FEMALE)))
        .isEqualTo(UNLIKE);
    Likeness byNumber =
        Likeness.of(
            Description.of(Says.EMPTY, ChildFacts.EMPTY, TODAY, Set.of(NUMBER), Name::part),
            child("Mila Kos", null, Sex.FEMALE, NUMBER));
    assertThat(byNumber.verdict()).isEqualTo(MAYBE);
    assertThat(byNumber.fields()).extracting(Compared::field).containsExactly(Field.NUMBER);
  }

  @Test
  void dayAndMonthAreTakenForEachOther() {
    Likeness turned =
        Likeness.of(
            child("Ana Živković", "2014-03-05", Sex.FEMALE),
            child("Ana Živković", "2014-05-03", Sex.FEMALE));
    assertThat(turned.fields()).contains(new Compared(Field.BORN, Compared.Level.LIKE, 3));
  }
}
