package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String CHILD = "00000000-0000-4000-8000-000000000001";

  private static List<RowOutcome> rows(String text) {
    return Material.judged(FileFormat.CSV, text.getBytes(UTF_8), NOW);
  }

  private static RowOutcome only(String titles, String values) {
    return rows(titles + "\n" + values + "\n").getFirst();
  }

  private static Says says(RowOutcome outcome) {
    assertThat(outcome).isInstanceOf(RowOutcome.Taken.class);
    return ((RowOutcome.Taken) outcome).facts().about(CHILD);
  }

  private static String rule(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Taken _ -> "taken";
      case RowOutcome.Asked asked -> "ask " + asked.questions().getFirst().rule();
      case RowOutcome.Refused refused -> "refuse " + refused.faults().getFirst().rule();
      case RowOutcome.Deletion _ -> "deletion";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2014-05-03  | 2014-05-03
          2014-05     | 2014-05
          03.05.2014. | 2014-05-03
          3.5.2014    | 2014-05-03
          2014/05/03  | 2014-05-03
          25/05/2014  | 2014-05-25
          05/25/2014  | 2014-05-25
          05/05/2014  | 2014-05-05
          """)
  void aDayOfBirthIsReadInTheFormsOfTables(String value, String day) {
    Says says = says(only("ref,dob", "1," + value));

    assertThat(says.children().get(CHILD).born().text()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dob           | 03/05/2014          | ask ambiguous-date
          dob           | 31.02.2014          | ask no-such-date
          dob           | in spring           | ask wrong-form
          dob           | 2030-01-01          | refuse in-future
          sex           | q                   | ask unknown-code
          height        | tall                | ask wrong-form
          height        | 5 ft 13             | ask wrong-form
          weight        | much                | ask wrong-form
          tz            | Europe/Nowhere      | ask unknown-zone
          missing_since | 2026-05-01T10:00    | ask zone-needed
          missing_since | 2027-05-01T10:00Z   | ask in-future
          missing_since | yesterday           | ask wrong-form
          entry_date    | 2062-05-01          | ask in-future
          lat           | 44.8                | ask half-a-point
          lang          | klingonese          | ask unknown-language
          country       | ZZ                  | ask unknown-country
          full_name     | Zo\ufffd            | ask damaged-letters
          entry_date    | soon                | refuse wrong-form
          expiry_date   | 2026-01-01          | deletion
          expiry_date   | 2036-01-01          | taken
          phone         | 011 3456            | taken
          """)
  void aDoubtfulValueIsAskedAboutAndAWrongOneRefused(String title, String value, String outcome) {
    String quoted = "\"" + value.replace("\"", "\"\"") + "\"";
    assertThat(rule(only("ref," + title, "1," + quoted))).isEqualTo(outcome);
  }

  @Test
  void anAmbiguousDayHasBothReadingsAsChoices() {
    RowOutcome outcome = only("ref,dob", "1,03/05/2014");

    assertThat(((RowOutcome.Asked) outcome).questions().getFirst().choices())
        .containsExactly("2014-05-03", "2014-03-05");
  }

  @Test
  void anHourThatClocksLeaveOutHasTheHoursAroundItAsChoices() {
    RowOutcome outcome = only("ref,missing_since,tz", "1,2026-03-29T02:30,Europe/Belgrade");

    assertThat(((RowOutcome.Asked) outcome).questions().getFirst().choices())
        .containsExactly("2026-03-29T01:30:00", "2026-03-29T03:30:00");
  }

  @Test
  void anHourThatClocksTellTwiceIsTakenAsUncertain() {
    Says says = says(only("ref,missing_since,tz", "1,2026-10-25T02:30,Europe/Belgrade"));

    assertThat(says.lastSeen().uncertaintyMinutes()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          M | sr | MALE
          ж | sr | FEMALE
          Α | el | MALE
          Θ | el | FEMALE
          K | pl | FEMALE
          E | tr | MALE
          W | de | FEMALE
          """)
  void aLetterForASexIsReadInItsLanguage(String letter, String language, Sex sex) {
    Says says = says(only("ref,sex,lang", "1," + letter + "," + language));

    assertThat(says.children().get(CHILD).sex().value()).isEqualTo(sex);
  }

  @Test
  void aValueWithoutAPlaceAmongFactsIsKept() {
    Says says = says(only("ref,weight,phone", "1,35 lb,011 3456"));

    assertThat(says.notes().text()).contains("weight_kg: 16").contains("phone: 011 3456");
  }

  @Test
  void theSameRowHasTheSameKeyAndAChangedOneAnotherVersion() {
    var first = ((RowOutcome.Taken) only("ref,sex", "1,M")).key();
    var again = ((RowOutcome.Taken) only("ref,sex", "1,M")).key();
    var other = ((RowOutcome.Taken) only("ref,sex", "1,F")).key();

    assertThat(again).isEqualTo(first);
    assertThat(other.record()).isEqualTo(first.record());
    assertThat(other.version()).isNotEqualTo(first.version());
  }

  @Test
  void oneBadRowLosesNoneOfTheOthers() {
    List<RowOutcome> rows = rows("ref,sex\n1,M\n,M\n3\n1,F\n5,F\n");

    assertThat(rows.stream().map(CsvRowTest::rule))
        .containsExactly(
            "taken", "refuse required", "refuse column-count", "refuse repeated", "taken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ref;sex          | 1;M           | taken
          ref,shoe         | 1,2           | unknown-column
          ref,sex,sex      | 1,M,F         | column-twice
          sex,dob          | M,2014        | no-ref-column
          ref,sex          | 1,"M          | not-csv
          """)
  void aFileThatCannotBeReadIsRefusedWhole(String titles, String values, String rule) {
    if (rule.equals("taken")) {
      assertThat(rule(only(titles, values))).isEqualTo(rule);
    } else {
      assertThatThrownBy(() -> rows(titles + "\n" + values))
          .isInstanceOf(FileRefused.class)
          .hasMessage(rule);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin = {'r', 'e', 'f', '\n', (byte) 0xE9, '\n'};

    assertThatThrownBy(() -> FileFormat.CSV.eachRow(latin, _ -> true)).hasMessage("not-utf-8");
  }

  @Test
  void aDeletionThatIsDatedInTheFutureIsAskedAbout() {
    assertThat(rule(only("ref,entry_date,expiry_date", "1,2062-01-01,2026-01-01")))
        .isEqualTo("ask in-future");
    assertThat(rule(only("ref,entry_date,expiry_date", "1,2026-01-01,2026-02-01")))
        .isEqualTo("deletion");
  }

  @Test
  void aDamagedNameThatIsTooLongIsNotAskedAbout() {
    assertThat(rule(only("ref,full_name", "1," + "\u00c3\u00a9".repeat(300))))
        .isEqualTo("refuse wrong-form");
  }
}
