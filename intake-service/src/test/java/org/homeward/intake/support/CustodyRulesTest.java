package org.homeward.intake.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.homeward.schema.people.SupportService;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services ask a parent is data: a hole refuses the start, with its line. */
class CustodyRulesTest {

  private static final String RULES =
      """
      rules:
        - service: MEDICAL
          countries: [RS]
          below: 15
          source: { document: "a law", section: "1" }
      """;

  private static CustodyRules read(String text) {
    return CustodyRules.read("parents.yaml", new StringReader(text));
  }

  @Test
  @Proves(6)
  void oursAreWholeAndCounsellingAsksNobody() {
    CustodyRules ours = CustodyRules.ours();

    assertThat(ours.of("RS", SupportService.MEDICAL)).isPresent();
    for (Custody each : ours.all()) {
      assertThat(each.service()).isNotEqualTo(SupportService.COUNSELLING);
    }
  }

  @Test
  void aCountryIsAddedWithoutCode() {
    CustodyRules more =
        read(
            RULES
                + """
                  - service: EDUCATION
                    countries: [BE]
                    below: 18
                    source: { document: "another law", section: "2" }
                """);

    assertThat(more.of("BE", SupportService.EDUCATION).orElseThrow().below()).isEqualTo(18);
    assertThat(more.of("BE", SupportService.MEDICAL)).isEmpty();
    assertThat(more.of("FR", SupportService.EDUCATION)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service: MEDICAL  | service: COUNSELLING  | line 2: unknown code COUNSELLING
          service: MEDICAL  | service: MAGIC        | line 2: unknown code MAGIC
          countries: [RS]   | countries: [Serbia]   | line 3: there should be a country
          countries: [RS]   | countries: [RS, RS]   | line 3: there should be a country
          below: 15         | below: 21             | line 4: there should be an age
          section:          | page:                 | line 5: unknown page
          below: 15         | why: 15               | line 4: unknown why
          """)
  @Proves(6)
  void aHoleIsRefusedWithItsLine(String was, String is, String said) {
    assertThat(RULES).contains(was);
    assertThatThrownBy(() -> read(RULES.replace(was, is)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aCountryHasOneRuleForAService() {
    assertThatThrownBy(() -> read(RULES + RULES.substring(RULES.indexOf("  - service"))))
        .hasMessageContaining("stands above for one of these countries");
  }
}
