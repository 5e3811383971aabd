package org.homeward.intake.checklists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.intake.worksheets.Checks;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules are data: another country needs no code, and a hole refuses the start. */
class RuleFileTest {

  private static final String FOR_ALL =
      """
      rules:
        - code: NOTICE
          source: { document: "a law", section: "1" }
          when: { categories: [RUNAWAY], levels: [HIGH], countries: [RS] }
          from: OPENED
          within: { HIGH: PT1H, OTHERWISE: PT4H }
          say: { en: "say", sr-Latn: "reci", sr-Cyrl: "реци", el: "πες" }
          why: { en: "why", sr-Latn: "zašto", sr-Cyrl: "зашто", el: "γιατί" }
      """;

  private static CheckRules read(String text, String country) {
    return RuleFile.read("rules.yaml", new StringReader(text), country);
  }

  private static List<String> codes(CheckRules rules, Category category) {
    return codes(rules, CaseKind.MISSING, category);
  }

  private static List<String> codes(CheckRules rules, CaseKind kind, Category category) {
    return rules.about(kind, category, RiskLevel.HIGH).stream().map(CheckRule::code).toList();
  }

  @Test
  void oursAreWholeInEachLanguage() {
    for (String country : List.of("RS", "GR", "AT")) {
      CheckRules ours = RuleFile.ours(country);
      assertThat(codes(ours, Category.PARENTAL_ABDUCTION))
          .contains("POLICE_INFORMED", "ORDERS_CHECKED", "BORDER_NOTICE", "HAGUE_APPLICATION")
          .doesNotHaveDuplicates();
      assertThat(codes(ours, Category.RUNAWAY)).doesNotContain("BORDER_NOTICE");
      for (CheckRule rule : ours.all()) {
        Checks.Said said = ours.said(rule.code()).orElseThrow();
        assertThat(said.say().keySet()).containsExactlyInAnyOrderElementsOf(Vocabulary.LANGUAGES);
      }
    }
    assertThat(RuleFile.ours("RS").said("BORDER_NOTICE").orElseThrow().say().get("en"))
        .contains("INTERPOL");
    assertThat(RuleFile.ours("GR").said("BORDER_NOTICE").orElseThrow().say().get("en"))
        .contains("Schengen");
  }

  @Test
  void aFifthCountryNeedsNoCode() {
    String text =
        FOR_ALL
            + FOR_ALL
                .replaceFirst("rules:\n", "")
                .replace("RS", "CY")
                .replace("NOTICE", "CYPRIOT_NOTICE");

    assertThat(codes(read(text, "CY"), Category.RUNAWAY)).containsExactly("CYPRIOT_NOTICE");
    assertThat(codes(read(text, "RS"), Category.RUNAWAY)).containsExactly("NOTICE");
    assertThat(codes(read(text, "GR"), Category.RUNAWAY)).isEmpty();
  }

  /** Police are not told of a threat by default, and nobody is interviewed who never left. */
  @Test
  void aChildAtRiskAndOneWhoWasFoundAskForSomethingElseThanASearch() {
    CheckRules ours = RuleFile.ours("RS");
    Category parent = Category.PARENTAL_ABDUCTION;

    assertThat(codes(ours, CaseKind.AT_RISK, parent))
        .contains("PREVENTIVE_NOTICE", "PREPARED", "ORDERS_CHECKED", "RISK_ASSESSED")
        .doesNotContain("POLICE_INFORMED", "BORDER_NOTICE", "HAGUE_APPLICATION", "REVERIFIED")
        .doesNotContain("RETURN_INTERVIEW", "IDENTITY_NOTICE");
    assertThat(codes(ours, CaseKind.UNIDENTIFIED, Category.MISSING_MIGRANT))
        .contains("POLICE_INFORMED", "IDENTITY_NOTICE", "REVERIFIED")
        .doesNotContain("ORDERS_CHECKED", "BORDER_NOTICE", "RETURN_INTERVIEW", "PREPARED");
    assertThat(codes(ours, CaseKind.MISSING, parent))
        .doesNotContain("PREVENTIVE_NOTICE", "PREPARED", "IDENTITY_NOTICE");
    assertThat(RuleFile.ours("GR").said("PREVENTIVE_NOTICE").orElseThrow().say().get("en"))
        .contains("Schengen");
  }

  @Test
  void aRuleForEachCaseIsForACaseOfWhichNobodyKnowsTheCategory() {
    CheckRules all = read(FOR_ALL.replaceFirst("    when: .*\n", ""), "RS");

    assertThat(all.about(CaseKind.MISSING, null, null)).hasSize(1);
    assertThat(read(FOR_ALL, "RS").about(CaseKind.MISSING, null, null)).isEmpty();
    CheckRule rule = all.all().getFirst();
    assertThat(rule.within(RiskLevel.HIGH)).isEqualTo(Duration.ofHours(1));
    assertThat(rule.within(null)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void anAnswerBeginsWhatComesAfterIt() {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(RuleFile.ours("RS").after("HAGUE_APPLICATION", at))
        .containsExactly(new Checks.Next("HAGUE_SIX_WEEKS", at.plus(Duration.ofDays(42))));
    assertThat(RuleFile.ours("RS").after("REVERIFIED", at))
        .containsExactly(new Checks.Next("REVERIFIED", at.plus(Duration.ofDays(30))));
    assertThat(RuleFile.ours("RS").after("POLICE_INFORMED", at)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code: NOTICE           | code: notice                        | 2 | unknown code notice
          [RUNAWAY]              | [RAN_AWAY]                          | 4 | unknown code RAN_AWAY
          [RUNAWAY]              | [RUNAWAY, RUNAWAY]                  | 4 | RUNAWAY stands here twice
          [HIGH]                 | [OTHER]                             | 4 | unknown code OTHER
          { categories:          | { kinds: [OTHER], categories:       | 4 | unknown code OTHER
          [RS]                   | [XX]                                | 4 | unknown country XX
          from: OPENED           | from: YESTERDAY                     | 5 | unknown code YESTERDAY
          from: OPENED           | from: ANSWERED                      | 2 | only what begins with an answer
          from: OPENED           | {from: OPENED                       | 6 | could not find
          OTHERWISE: PT4H        | MEDIUM: PT4H                        | 6 | missing OTHERWISE
          PT1H                   | PT0S                                | 6 | there should be a time
          PT1H                   | soon                                | 6 | there should be a time
          , el: "πες"            | ''                                  | 7 | missing el
          en: "why"              | en: " "                             | 8 | there should be a text
          why:                   | because:                            | 8 | unknown because
          section: "1"           | page: "1"                           | 3 | unknown page
          """)
  void aHoleRefusesTheStartWithItsLine(String good, String bad, int line, String what) {
    assertThat(FOR_ALL).contains(good);

    assertThatThrownBy(() -> read(FOR_ALL.replace(good, bad), "RS"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("rules.yaml, line " + line + ": ")
        .hasMessageContaining(what == null ? "" : what);
  }

  @Test
  void aRuleWithoutItsReasonAndOneThatIsNeverAskedAreRefused() {
    String silent = FOR_ALL.replaceFirst("    why: .*\n", "");
    assertThatThrownBy(() -> read(silent, "RS")).hasMessageContaining("line 2: missing why");

    String hidden = FOR_ALL + FOR_ALL.replaceFirst("rules:\n", "");
    assertThatThrownBy(() -> read(hidden, "RS"))
        .hasMessageContaining("line 9: NOTICE stands above for all of these");

    String after = FOR_ALL.replace("from: OPENED", "from: ANSWERED\n    after: NOBODY");
    assertThatThrownBy(() -> read(after, "RS")).hasMessageContaining("line 6: unknown code NOBODY");
  }
}
