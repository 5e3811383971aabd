package org.homeward.intake.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.homeward.intake.risk.Questions.Asked;
import org.homeward.intake.risk.Questions.Group;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.vocabulary.Vocabulary;
import org.homeward.schema.writing.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions of the hotline, and files that nobody may start with. */
class QuestionFileTest {

  private static final Map<String, Pattern> FOREIGN =
      Map.of(
          "sr-Cyrl", Pattern.compile("[a-zA-Z\\p{IsGreek}]"),
          "el", Pattern.compile("[a-zA-Z\\p{IsCyrillic}]"),
          "en", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"),
          "sr-Latn", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"));

  private static String ours() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            QuestionFileTest.class.getResourceAsStream("/risk/questions.yaml"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Questions read(String text) {
    return QuestionFile.read("questions.yaml", new StringReader(text));
  }

  @Test
  void theCallHandlerAsksTwelveQuestionsSixCriteriaAndFiveCategories() {
    Questions questions = QuestionFile.ours();

    assertThat(questions.all())
        .extracting(Asked::group)
        .containsExactlyElementsOf(
            groups(Group.CALL_HANDLER, 12, Group.CRITERION, 6, Group.CATEGORY, 5));
    assertThat(questions.reviewWithin(RiskLevel.HIGH))
        .isLessThan(questions.reviewWithin(RiskLevel.LOW));
  }

  private static List<Group> groups(Object... counted) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < counted.length; i += 2) {
      for (int n = 0; n < (int) counted[i + 1]; n++) {
        groups.add((Group) counted[i]);
      }
    }
    return groups;
  }

  @Test
  void eachTextStandsInEachLanguageAndInItsLetters() {
    List<Map<String, String>> texts = new ArrayList<>();
    for (Asked asked : QuestionFile.ours().all()) {
      texts.add(asked.ask());
      asked.means().values().forEach(meaning -> texts.add(meaning.reason()));
    }
    for (Map<String, String> text : texts) {
      assertThat(text).containsOnlyKeys(Vocabulary.LANGUAGES);
      text.forEach(
          (language, said) -> {
            assertThat(PlainText.isPlain(said)).as(said).isTrue();
            assertThat(Objects.requireNonNull(FOREIGN.get(language)).matcher(said).find())
                .as(said)
                .isFalse();
          });
    }
  }

  @Test
  void whatIsNotKnownNeverMeansWhatANoMeans() {
    assertThat(QuestionFile.ours().all())
        .allSatisfy(
            asked -> {
              RiskLevel no = asked.meaning(Reply.NO).level();
              assertThat(asked.meaning(Reply.NOT_ASKED).level()).isGreaterThan(no);
              assertThat(asked.meaning(Reply.UNKNOWN).level()).isGreaterThan(no);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code: UNDER_13            | code: UNDER_14            | unknown code UNDER_14
          code: RUNAWAY             | code: run away            | unknown code run away
          group: CRITERION          | group: CRITERIA           | unknown code CRITERIA
          level: HIGH               | level: SEVERE             | unknown code SEVERE
          category: RUNAWAY         | category: FLED            | unknown code FLED
          sr-Cyrl: "Одговор је не." | sr: "Odgovor je ne."      | unknown sr
          el: "Η απάντηση είναι όχι." |                         | missing el
          code: HARMED              | code: SELF_HARM           | SELF_HARM is asked twice
          group: CATEGORY           | groups: CATEGORY          | unknown groups
          version: 1                | version: one              | the version is a number
          HIGH: PT4H                | HIGH: PT400H              | HIGH is reviewed later
          LOW: PT72H                | LOW: soon                 | there should be a time
          level: MEDIUM             | level: LOW                | UNKNOWN would count as a NO
          level: LOW                | level: HIGH               | YES would count less than a NO
          en: "The answer is no."   | en: ~                     | there should be a text
          en: "The answer is no."   | en: yes                   | there should be a text
          code: WHY_WORRIED         | code: WHY_AFRAID          | no question asks for WHY_WORRIED
          """)
  void aHoleIsRefusedWithItsLine(String there, String instead, String what) throws IOException {
    String whole = ours();
    int at = whole.indexOf(there);
    String broken =
        whole.substring(0, at)
            + Objects.requireNonNullElse(instead, "")
            + whole.substring(at + there.length());

    assertThatThrownBy(() -> read(broken))
        .hasMessageContaining("questions.yaml, line ")
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({
    "source, missing source",
    "ask, missing ask",
    "YES, missing YES",
  })
  void aQuestionWithoutReasonOrSourceIsRefusedWithItsLine(String field, String what)
      throws IOException {
    List<String> lines = new ArrayList<>(ours().lines().toList());
    int from = 0;
    while (!lines.get(from).startsWith("    " + field + ":")) {
      from++;
    }
    lines.remove(from);
    while (lines.get(from).startsWith("      ")) {
      lines.remove(from);
    }
    int question = from - 1;
    while (!lines.get(question).startsWith("  - ")) {
      question--;
    }

    assertThatThrownBy(() -> read(String.join("\n", lines)))
        .hasMessage("questions.yaml, line " + (question + 1) + ": " + what);
  }

  @Test
  void anEmptyFileIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("# nothing\n"))
        .hasMessage("questions.yaml, line 1: there should be named fields");
  }

  @Test
  void aCriterionThatNobodyAsksForIsRefused() throws IOException {
    String text = ours();
    int from = text.indexOf("  - code: UNDER_13");
    String without = text.substring(0, from) + text.substring(text.indexOf("  - code: DISABILITY"));

    assertThatThrownBy(() -> read(without)).hasMessageContaining("no question asks for UNDER_13");
  }
}
