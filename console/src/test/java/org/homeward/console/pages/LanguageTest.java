package org.homeward.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void aLanguageRunsTheWayItsNameDoes() {
    assertThat(Language.directionOf("العربية")).isEqualTo("rtl");
    assertThat(Language.ready()).extracting(Language::direction).containsOnly("ltr");
  }
}
