package org.homeward.alert.orders.posters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapingTest {

  private static String line(String typed) {
    String plain = Shaping.plain(typed);
    return Shaping.line(plain, Shaping.isFromRight(plain));
  }

  @Test
  void lettersOfArabicAreJoinedAndTurnedRound() {
    // seen, lam-alef, meem: initial, final ligature, isolated, from the right
    assertThat(line("سلام")).isEqualTo("\uFEE1\uFEFC\uFEB3");
  }

  @Test
  void anArabicNameWithinALatinLineKeepsItsPlace() {
    assertThat(line("Ime: جو / Đorđe (9)")).startsWith("Ime: ").endsWith(" / Đorđe (9)");
    assertThat(Shaping.isFromRight("Ime: جورج")).isFalse();
    assertThat(Shaping.isFromRight("جورج Ime")).isTrue();
  }

  @Test
  void lettersWithAccentsAreOneLetterEach() {
    assertThat(line("Z\u030Carko Ψηφι\u0301δα")).isEqualTo("\u017Darko Ψηφίδα");
  }

  @Test
  void nothingThatNobodySeesTurnsALineRound() {
    assertThat(line("Bo\u202Ejan\u200B \u2066Ana\u00AD")).isEqualTo("Bojan Ana");
    assertThat(line("a\tb\u00A0c")).isEqualTo("a b c");
  }
}
