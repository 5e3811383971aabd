package org.homeward.face.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/says",
        "/says/children/0/nameScripts",
        "/names/sr-Latn/0",
        "/says/children/0b9f2c44-3f57-4a0e-8d0c-7d2f1b6a9e10/names/0/script"
      })
  void ourPointersStay(String pointer) {
    assertThat(new Violation(pointer, "rule").pointer()).isEqualTo(pointer);
  }

  @Proves(8)
  @ParameterizedTest
  @CsvSource({
    "/says/Milica Petrović, /says",
    "/says/she~1is at home/0, /says",
    "/Milica, ''",
    "/says/children/0b9f2c44-3f57-4a0e-8d0c-7d2f1b6a9e1, /says/children",
    "/says/children/0B9F2C44-3F57-4A0E-8D0C-7D2F1B6A9E10/names, /says/children",
    "/says/name/064 123 456 78, /says/name",
    "Milica, ''",
    "/a/b/c/d/e/f/g/h/i/j, /a/b/c/d/e/f/g/h",
    "/says/na\u0000me, /says"
  })
  void stepsThatTheCallerMadeUpAreCutOff(String pointer, String shown) {
    assertThat(new Violation(pointer, "rule").pointer()).isEqualTo(shown);
  }

  @Test
  void aRuleHasAName() {
    assertThatThrownBy(() -> new Violation("/a", " ")).isInstanceOf(IllegalArgumentException.class);
  }
}
