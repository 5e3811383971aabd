package org.homeward.intake.family.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.homeward.schema.values.Audience;
import org.homeward.schema.vocabulary.Vocabulary;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of what a family may hear is data: a hole refuses the start, with its line. */
class SentenceListTest {

  private static final Instant AT = Instant.parse("2026-07-01T08:05:00Z");
  private static final String LIST =
      """
      edition: 1
      sentences:
        - code: LATER
          tells: OUR_WORK
          say:
            en: "Later: {nextCall}."
            sr-Latn: "Kasnije: {nextCall}."
            sr-Cyrl: "Касније: {nextCall}."
            el: "Αργότερα: {nextCall}."
      """;

  private static SentenceList read(String text) {
    return SentenceList.read("sentences.yaml", new StringReader(text));
  }

  @Test
  void oursAreWholeInEachLanguage() {
    SentenceList ours = SentenceList.ours();

    assertThat(ours.all()).extracting(Sentence::tells).contains(Sentence.Tells.values());
    for (Sentence sentence : ours.all()) {
      assertThat(sentence.words().keySet())
          .containsExactlyInAnyOrderElementsOf(Vocabulary.LANGUAGES);
      for (String language : Vocabulary.LANGUAGES) {
        FamilyText text = sentence.in(language, AT, ZoneId.of("Europe/Belgrade")).orElseThrow();
        assertThat(text.language()).isEqualTo(language);
        assertThat(text.text()).doesNotContain("{", "}");
        if (sentence.saysNextCall()) {
          assertThat(text.text()).contains("1. 7. 2026, 10:05");
        }
      }
      assertThat(sentence.in("de", AT, ZoneId.of("UTC"))).isEmpty();
    }
  }

  @ParameterizedTest
  @Proves(6)
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          edition: 1            | edition: x              | line 1: there should be a number
          code: LATER           | code: later             | line 3: unknown code later
          tells: OUR_WORK       | tells: ALL              | line 4: unknown code ALL
          tells: OUR_WORK       | tells: OUR_WORK, why: x | line 4
          en: "Later            | de: "Later              | line 6: unknown de
          "Kasnije: {nextCall}. | "Kasnije.               | line
          "Later: {nextCall}.   | "Later: {child}.        | line 6: only {nextCall} and {hotline}
          "Later: {nextCall}.   | "Later: {nextCall} {.   | line 6: only {nextCall} and {hotline}
          """)
  void aHoleIsRefusedWithItsLine(String was, String is, String said) {
    assertThat(LIST).contains(was);
    assertThatThrownBy(() -> read(LIST.replace(was, is)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aCodeStandsThereOnce() {
    String twice = LIST + LIST.substring(LIST.indexOf("  - code"));

    assertThatThrownBy(() -> read(twice)).hasMessageContaining("LATER stands here twice");
  }

  /** No fact of a case can have it, because no fact can name it. */
  @Test
  @Proves(6)
  void theAudienceOfAFamilyIsNoneOfThoseOfFacts() {
    assertThat(Arrays.stream(Audience.values()).map(Audience::name))
        .doesNotContain(FamilyText.AUDIENCE);
    assertThat(FamilyText.class.getConstructors()).isEmpty();
    assertThat(List.of(Sentence.Fill.values())).hasSize(2);
  }
}
