package org.homeward.frame.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Set<DayOfWeek> DAYS = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static Fields of(String body) {
    return Fields.of(body.replace('\'', '"').getBytes(UTF_8));
  }

  /** Pointers and rules of a refusal, as {@code /name required}. */
  private static List<String> refused(String body, Consumer<Fields> read) {
    var fields = of(body);
    read.accept(fields);
    var refusal = catchThrowableOfType(ProblemException.class, fields::check);
    assertThat(refusal).as("nothing was refused").isNotNull();
    assertThat(refusal.problem().kind().status()).isEqualTo(422);
    return refusal.problem().errors().stream().map(v -> v.pointer() + " " + v.rule()).toList();
  }

  @Test
  void everyKindOfFieldIsRead() {
    var fields =
        of(
            """
            {'yes': true, 'n': 7, 'far': 45.5, 'line': 'a b', 'lines': 'a\\nb', 'word': 'abc',
             'at': '2026-03-01T12:00:00Z', 'day': 'FRIDAY', 'days': ['MONDAY', 'FRIDAY'],
             'words': ['a', 'b', 'a'], 'raw': {'x': 1}, 'inner': {'name': 'c'}, 'none': null}
            """);

    assertThat(fields.requiredBoolean("yes")).isTrue();
    assertThat(fields.requiredNumber("n", 1, 7)).isEqualTo(7);
    assertThat(fields.requiredDecimal("far", -90, 90)).isEqualTo(45.5);
    assertThat(fields.requiredText("line", 3)).isEqualTo("a b");
    assertThat(fields.lines("lines", 3)).isEqualTo("a\nb");
    assertThat(fields.requiredText("word", WORD)).isEqualTo("abc");
    assertThat(fields.requiredInstant("at")).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(fields.requiredCode("day", DAYS)).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(fields.codes("days", DAYS)).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(fields.texts("words", 3, WORD)).containsExactly("a", "b");
    assertThat(fields.object("raw").get("x").intValue()).isEqualTo(1);
    assertThat(fields.inner("inner").noOthers().has("name")).isTrue();
    assertThat(fields.text("none", 3)).isNull();
  }

  @Test
  void regionsAreThoseOfTheCountryAndEachIsPointedAt() {
    var fields = of("{'country': 'RS', 'regions': ['RS-00', 'RS-VO', 'RS-00'], 'region': 'RS-01'}");
    String country = fields.requiredCountry("country");
    assertThat(fields.regions("regions", 9, country)).containsExactly("RS-00", "RS-VO");
    assertThat(fields.region("region", country)).isEqualTo("RS-01");
    fields.check();
    assertThat(
            refused(
                "{'country': 'QQ', 'regions': ['RS-00', 'RS-QQ', 'GR-I', 'Beograd', 7, 'RS-BG'],"
                    + " 'region': 'RS-99', 'other': 'Vojvodina'}",
                f -> {
                  f.requiredCountry("country");
                  f.regions("regions", 9, "RS");
                  f.region("region", "RS");
                  f.region("other", "RS");
                }))
        .containsExactly(
            "/country unknown-country",
            "/regions/1 unknown-region",
            "/regions/2 of-another-country",
            "/regions/3 wrong-form",
            "/regions/4 wrong-form",
            "/regions/5 unknown-region",
            "/region unknown-region",
            "/other wrong-form");
  }

  @Test
  void textThatNobodySeesIsRefused() {
    assertThat(
            refused(
                "{'name': '\u200b\ufeff', 'filler': '\u3164', 'space': '\u2003'}",
                f -> {
                  f.text("name", 9);
                  f.lines("filler", 9);
                  f.text("space", 9);
                }))
        .containsExactly("/name invisible", "/filler invisible", "/space blank");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNoValueOfIt() {
    assertThat(
            refused(
                "{'line': 'a\\nb', 'long': 'abcd', 'blank': ' ', 'word': 'A', 'at': 'noon',"
                    + " 'zone': '2026-03-01T12:00:00+01:00', 'day': 'SUNDAY', 'days': ['SUNDAY', 1],"
                    + " 'n': 8, 'half': 1.5, 'far': 90.1, 'near': '1',"
                    + " 'words': ['a', 'B'], 'many': [1, 2], 'raw': []}",
                f -> {
                  f.text("line", 9);
                  f.text("long", 3);
                  f.text("blank", 3);
                  f.text("word", WORD);
                  f.instant("at");
                  f.instant("zone");
                  f.code("day", DAYS);
                  f.codes("days", DAYS);
                  f.requiredNumber("n", 1, 7);
                  f.requiredNumber("half", 1, 7);
                  f.requiredDecimal("far", -90, 90);
                  f.requiredDecimal("near", -90, 90);
                  f.texts("words", 5, WORD);
                  f.list("many", 1);
                  f.object("raw");
                  f.requiredText("missing", 5);
                  f.requiredInstant("missing-too");
                }))
        .containsExactly(
            "/line control-character",
            "/long too-long",
            "/blank blank",
            "/word wrong-form",
            "/at wrong-form",
            "/zone wrong-form",
            "/day unknown-code",
            "/days/0 unknown-code",
            "/days/1 wrong-type",
            "/n out-of-range",
            "/half wrong-type",
            "/far out-of-range",
            "/near wrong-type",
            "/words/1 wrong-form",
            "/many too-many",
            "/raw wrong-type",
            "/missing required",
            "/missing-too required");
  }

  @Test
  void unknownFieldsAreRefusedWithoutTheirNames() {
    assertThat(refused("{'name': 'a', 'Milica': 1}", f -> f.text("name", 5)))
        .containsExactly(" unknown-field");
    assertThat(
            refused(
                "{'area': {'country': 'RS', 'Milica': 1}}",
                f -> {
                  var area = f.inner("area");
                  area.text("country", 2);
                  area.noOthers();
                }))
        .containsExactly("/area unknown-field");
    assertThat(refused("{}", f -> f.inner("area").requiredText("country", 2)))
        .containsExactly("/area required", "/area/country required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "'a'", "{'a': 1, 'a': 2}", "{} {}", "{"})
  void whatIsNotOneObjectIsMalformed(String body) {
    assertThatThrownBy(() -> of(body))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind().status()).isEqualTo(400));
  }
}
