package org.homeward.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

  private static double like(String one, String other) {
    return Name.of(one).like(Name.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Jovana Đurić, Јована Ђурић",
    "Jovana Đurić, DJURIC JOVANA",
    "Jovana Đurić, jovana duric",
    "Νικόλαος Χατζής, Nikolaos Chatzis",
    "Νικόλαος Χατζής, NIKOLAOS HATZIS",
    "Σοφία Αγγελοπούλου, Sofia Angelopoulou",
    "Ольга Шевчук, Olha Shevchuk",
    "Ольга Шевчук, Olga Shevchuk",
    "Ілля Ткаченко, Illia Tkachenko",
    "خالد حسين, Khaled Hussein",
    "يوسف الرحمن, Yousef al-Rahman",
    "Müller Anna, Mueller Anna",
    "O'Brien Kate, OBrien Kate",
    "Karim Al-Sabbagh, Karim Alsabbagh",
    "Karim El Sabbagh, كريم الصباغ",
    "Nadia El Dardiri, Nadia Addardiri",
    "Nadia El Gabry, Nadia Al-Jabri",
    "عبد الكريم حداد, Abdelkarim Haddad",
    "Abd al-Karim Haddad, Abdul Karim Haddad",
    "Abdussalam Haddad, عبدالسلام حداد",
    "Younes Soliman, Yunis Suliman",
    "Zehra Eyüp, Zahra Ayyub",
    "Ђорђе Јовић, Đorđe Jović"
  })
  void aNameIsTheSameInEveryScriptAndOrder(String one, String other) {
    assertThat(like(one, other)).isGreaterThanOrEqualTo(0.9);
    assertThat(like(other, one)).isEqualTo(like(one, other));
  }

  @ParameterizedTest
  @CsvSource({
    "Saša Petrović, Александар Петровић",
    "Γιώργος Παππάς, Georgios Pappas",
    "Маша Иванова, Marija Ivanova"
  })
  void shortNamesCountNearlyAsMuch(String one, String other) {
    assertThat(like(one, other)).isBetween(0.9, 0.99);
  }

  @ParameterizedTest
  @CsvSource({
    "Ana Živković, Saša Živković",
    "Ana Živković, Ana Jovanović",
    "Marko Petrović, Mirko Petrović",
    "Νίκος Παππάς, Μαρία Παππά",
    "Ольга Шевчук, Ольга Ткаченко",
    "Nina Jović, Nena Jović",
    "Elmedina Hasić, Medina Hasić",
    "Abdelkarim Haddad, Abdelrahim Haddad"
  })
  void siblingsAndNamesakesAreOthers(String one, String other) {
    assertThat(like(one, other)).isLessThan(0.93);
  }

  @Test
  void aWholeNameThatIsSpeltOtherwiseIsNearerThanOneOfItsWords() {
    assertThat(like("Ahmad Haddad", "Ahmed Hadad")).isGreaterThan(like("Ahmad Haddad", "Haddad"));
  }

  @Test
  void aWordWithoutASoundIsComparedToo() {
    assertThat(Name.of("محمد و علي").like(Name.of("Ana Ali"))).isBetween(0.0, 1.0);
    assertThat(Name.of("و").like(Name.of("Ana"))).isBetween(0.0, 1.0);
  }

  @Test
  void nothingIsLikeNoName() {
    assertThat(like("", "Ana")).isZero();
    assertThat(like("!?", "Ana")).isZero();
  }
}
