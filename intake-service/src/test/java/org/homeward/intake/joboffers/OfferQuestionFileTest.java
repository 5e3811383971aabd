package org.homeward.intake.joboffers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.schema.vocabulary.Vocabulary;
import org.homeward.schema.writing.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of questions about job offers with a hole refuses the start, and says in which line. */
class OfferQuestionFileTest {

  private static final Map<String, Pattern> FOREIGN =
      Map.of(
          "sr-Cyrl", Pattern.compile("[a-zA-Z\\p{IsGreek}]"),
          "el", Pattern.compile("[a-zA-Z\\p{IsCyrillic}]"),
          "en", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"),
          "sr-Latn", Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]"));

  private static String ours() throws IOException {
    try (InputStream in =
        requireNonNull(
            OfferQuestionFileTest.class.getResourceAsStream("/joboffers/questions.yaml"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static OfferQuestions read(String text) {
    return OfferQuestionFile.read("questions.yaml", new StringReader(text));
  }

  @Test
  void eachQuestionStandsInEachLanguageAndInItsLettersWithWhatToAdvise() {
    OfferQuestions questions = OfferQuestionFile.ours();

    assertThat(questions.all()).hasSizeGreaterThan(10);
    for (OfferQuestions.Question each : questions.all()) {
      for (Map<String, String> text : List.of(each.ask(), each.advise())) {
        assertThat(text).containsOnlyKeys(Vocabulary.LANGUAGES);
        text.forEach(
            (language, said) -> {
              assertThat(PlainText.isPlain(said)).as(said).isTrue();
              assertThat(requireNonNull(FOREIGN.get(language)).matcher(said).find())
                  .as(said)
                  .isFalse();
            });
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code: NO_FEE   | code: no fee    | unknown code no fee
          code: NO_FEE   | code: OF_AGE    | is asked twice
          version: 1     | version: one    | the version is a number
          document:      | paper:          | unknown paper
          advise:        | warn:           | unknown warn
          questions:     | answers:        | unknown answers
          """)
  void aHoleNamesItsLine(String was, String is, String why) throws IOException {
    String text = ours();
    assertThat(text).contains(was);

    assertThatThrownBy(() -> read(text.replaceFirst(Pattern.quote(was), is)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("questions.yaml, line ")
        .hasMessageContaining(why);
  }

  @Test
  void aMissingLanguageOrSourceOrNothingToAskNamesItsLine() throws IOException {
    String text = ours();
    for (String line : List.of("      el: \"", "      sr-Cyrl: \"", "    source: ")) {
      int at = text.indexOf(line, text.indexOf("code: NO_FEE"));
      String without = text.substring(0, at) + text.substring(text.indexOf('\n', at) + 1);
      assertThatThrownBy(() -> read(without))
          .as(line)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("missing");
    }
    assertThatThrownBy(() -> read("version: 1\nquestions: []\n"))
        .hasMessage("questions.yaml, line 2: nothing is asked");
  }
}
