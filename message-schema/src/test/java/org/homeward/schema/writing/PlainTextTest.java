package org.homeward.schema.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " \u00A0\u3000", "\u200B\uFEFF", "\u200D", "\u2060\u00AD", "\u3164", "\u115F\u1160",
        "\u2800\u2800", "\u0301", "\uFE0F", "\uDB40\uDC41", "\u202E\u202C", "\u034F", "\uFFF0"
      })
  void whatShowsNothingIsNotSeen(String text) {
    assertThat(PlainText.isSeen(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ана",
        "?",
        "-",
        "\u200BA",
        "e\u0301",
        "文",
        "\uD83D\uDE42",
        "\u06DD",
        "م\u200C",
        "7"
      })
  void anyLetterOrSignIsSeen(String text) {
    assertThat(PlainText.isSeen(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "علی\u200Cرضا", // Persian: a non-joiner inside a name
        "کوچه\u200Cی بهار",
        "مُحَمَّد\u200Cرضا",
        "ශ්\u200Dරී", // Sinhala: sri
        "क्\u200Dष", // Devanagari
        "രാജന്\u200D", // Malayalam: an older final letter
        "ব\u09CD\u200Cয",
        "محمد\u200F",
        "דוד\u200F (חיפה)",
        "Sara \u200F(سارة)",
        "Café \u2013 Ђорђе\nред"
      })
  void joinersAndDirectionMarksStayWhereTheirScriptUsesThem(String text) {
    assertThat(PlainText.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pet\u200Dar",
        "Pet\u200Car",
        "\u200DАна",
        "Pet\u200Ear",
        "Петар\u200F",
        "\u202Eجون",
        "علی\u200C",
        "علی\u200C\u200Cرضا",
        "علی\u2066رضا",
        "a\u200Bb",
        "a\u00ADb",
        "a\tb",
        "\uE000"
      })
  void elsewhereTheyHideSomething(String text) {
    assertThat(PlainText.isPlain(text)).isFalse();
  }
}
