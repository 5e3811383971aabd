package org.homeward.alert.orders.criteria;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.alert.orders.criteria.Criterion.Predicate;
import org.homeward.alert.orders.criteria.Criterion.State;
import org.homeward.alert.orders.criteria.Criterion.Why;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A country's rule is a file, and says of each condition why it is met, unmet or unknown. */
class CountryRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static String file(String country) {
    try (InputStream bytes =
        CountryRulesTest.class.getResourceAsStream("/country-rules/" + country + ".json")) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static CountryRule rule(String text) {
    return RuleFile.read("XX.json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static Says child(@Nullable NumberRange age) {
    return Says.EMPTY
        .with()
        .children(Map.of("c", ChildFacts.EMPTY.with().ageYears(age).build()))
        .build();
  }

  private static List<List<Criterion>> checked(String country, Says told) {
    var rules = new CountryRules(List.of(rule(file("RS")), rule(file("GR")), rule(file("BE"))));
    return rules.check(country, told, told, false, TODAY).orElseThrow().groups();
  }

  @Test
  void inSerbiaAYoungChildNeedsNoOtherDanger() {
    Says told = child(new NumberRange(5, 6)).with().category(Code.of(Category.RUNAWAY)).build();

    assertThat(checked("RS", told))
        .containsExactly(
            List.of(new Criterion(Predicate.MINOR, 18, State.MET, Why.YOUNGER)),
            List.of(
                new Criterion(Predicate.DANGER_TO_LIFE, null, State.UNKNOWN, Why.RISK_UNKNOWN),
                new Criterion(Predicate.MINOR, 7, State.MET, Why.YOUNGER),
                new Criterion(Predicate.ABDUCTION, null, State.UNMET, Why.CATEGORY_IS_ANOTHER)));
  }

  @Test
  void whatNobodySaidIsUnknownAndNeverANo() {
    assertThat(checked("RS", child(null)).stream().flatMap(List::stream))
        .extracting(Criterion::state)
        .containsOnly(State.UNKNOWN);
    assertThat(checked("RS", child(new NumberRange(6, 8))).get(1).get(1).why())
        .isEqualTo(Why.AGE_UNKNOWN);
  }

  @Test
  void inGreeceTheDangerIsWhatCounts() {
    Says told = child(new NumberRange(18, 18)).with().risk(Risk.of(RiskLevel.LOW)).build();

    assertThat(checked("GR", told).stream().flatMap(List::stream))
        .extracting(Criterion::why)
        .containsExactly(Why.OLDER, Why.RISK_IS_LOWER, Why.A_PERSON_DECIDES);
  }

  @Test
  void anotherCountryIsAnotherFile() {
    Says told =
        child(new NumberRange(12, 12))
            .with()
            .risk(Risk.of(RiskLevel.HIGH))
            .category(Code.of(Category.PARENTAL_ABDUCTION))
            .lastSeen(new LastSeen(null, null, null, Place.of("NL", "Breda")))
            .build();

    assertThat(checked("BE", told).stream().flatMap(List::stream))
        .extracting(Criterion::why)
        .containsExactly(Why.YOUNGER, Why.RISK_IS_HIGH, Why.SEEN_ELSEWHERE, Why.NOTHING_TO_KNOW_BY);
    var rules = new CountryRules(List.of(rule(file("BE"))));
    assertThat(rules.longest("BE")).contains(Duration.ofHours(6));
    assertThat(rules.check("FR", told, told, true, TODAY)).isEmpty();
  }

  @Test
  void anAdministratorsFileReplacesOurs(@TempDir Path more) throws IOException {
    Files.writeString(more.resolve("mine.json"), file("RS").replace("PT48H", "PT3H"));

    CountryRules rules =
        new CriteriaConfiguration().countryRules(new CriteriaSettings(more.toString()));

    assertThat(rules.longest("RS")).contains(Duration.ofHours(3));
    assertThat(rules.longest("GR")).contains(Duration.ofHours(48));
  }

  @Test
  void aFileWithAHoleRefusesTheStartAndNamesItsLine() {
    String whole = file("BE");
    for (String[] hole :
        new String[][] {
          {"\"el\"", "\"fr\""},
          {"DANGER_TO_LIFE", "DANGER"},
          {"\"longest\": \"PT6H\"", "\"longest\": \"long\""},
          {", \"below\": 18", ""},
          {"\"dated\"", "\"written\""},
          {"\"country\": \"BE\"", "\"country\": \"ZZ\""},
          {"\"version\": 1", "\"version\": 0"},
        }) {
      String text = whole.replaceFirst(java.util.regex.Pattern.quote(hole[0]), hole[1]);
      assertThat(text).isNotEqualTo(whole);
      assertThatThrownBy(() -> rule(text))
          .as(hole[1])
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("XX.json, line \\d+: (?s).*");
    }
  }
}
