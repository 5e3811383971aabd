package org.homeward.intake.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.schema.vocabulary.Vocabulary;
import org.homeward.schema.writing.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of indicators with a hole refuses the start, and says in which line. */
class IndicatorFileTest {

  private static String ours() throws IOException {
    try (InputStream in =
        requireNonNull(IndicatorFileTest.class.getResourceAsStream("/screening/indicators.yaml"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Indicators read(String text) {
    return IndicatorFile.read("indicators.yaml", new StringReader(text));
  }

  private static final Map<String, Pattern> FOREIGN =
      Map.of(
          "sr-Cyrl", Pattern.compile("[a-zA-Z\\p{IsGreek}]"),
          "el", Pattern.compile("[a-zA-Z\\p{IsCyrillic}]"),
          "en", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"),
          "sr-Latn", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"));

  @Test
  void eachTextStandsInEachLanguageAndInItsLetters() {
    List<Map<String, String>> texts = new ArrayList<>();
    for (Indicators.Indicator each : IndicatorFile.ours().all()) {
      texts.add(each.ask());
      each.means().values().forEach(meaning -> texts.add(meaning.reason()));
    }
    for (Map<String, String> text : texts) {
      text.forEach(
          (language, said) -> {
            assertThat(PlainText.isPlain(said)).as(said).isTrue();
            assertThat(requireNonNull(FOREIGN.get(language)).matcher(said).find())
                .as(said)
                .isFalse();
          });
    }
  }

  @Test
  void oursIsWholeInEachLanguage() {
    Indicators indicators = IndicatorFile.ours();

    assertThat(indicators.all()).hasSizeGreaterThan(20);
    for (Indicators.Indicator each : indicators.all()) {
      assertThat(each.ask()).containsOnlyKeys(Vocabulary.LANGUAGES);
      for (Reply reply : Reply.values()) {
        assertThat(each.meaning(reply).reason()).containsOnlyKeys(Vocabulary.LANGUAGES);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code: BEGS                  | code: begs                    | unknown code begs
          code: BEGS                  | code: SERVES                  | is asked twice
          form: FORCED_BEGGING        | form: BEGGING                 | unknown code BEGGING
          element: PURPOSE            | element: AIM                  | unknown code AIM
          of: [CHILD, ADULT]          | of: []                        | asked about nobody
          of: [ADULT]                 | of: [CHILD, ADULT]            | counts for nothing where somebody is a child
          weighs: SHOWS_NOTHING       | weighs: SHOWS                 | NO would count as something else
          weighs: LEAVES_OPEN         | weighs: SHOWS_NOTHING         | would count as an answer
          version: 1                  | version: one                  | the version is a number
          """)
  void aHoleNamesItsLine(String was, String is, String why) throws IOException {
    String text = ours();
    assertThat(text).contains(was);

    assertThatThrownBy(() -> read(text.replaceFirst(Pattern.quote(was), is)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("indicators.yaml, line ")
        .hasMessageContaining(why);
  }

  @Test
  void aMissingLanguageReasonFormOrElementNamesItsLine() throws IOException {
    String text = ours();
    for (String line :
        List.of("      el: \"", "    form: FORCED_BEGGING\n", "      weighs: SHOWS\n")) {
      int at = text.indexOf(line, text.indexOf("code: BEGS"));
      String without = text.substring(0, at) + text.substring(text.indexOf('\n', at) + 1);
      assertThatThrownBy(() -> read(without))
          .as(line)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("missing");
    }
    assertThatThrownBy(() -> read(text.replace("form: FORCED_CRIMINALITY", "form: FORCED_BEGGING")))
        .hasMessageContaining("no indicator points to FORCED_CRIMINALITY");
    assertThatThrownBy(() -> read(text.replace("element: CONSENT", "element: ACT")))
        .hasMessageContaining("no indicator asks about CONSENT of ADULT");
  }
}
