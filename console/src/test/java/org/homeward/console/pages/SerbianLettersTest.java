package org.homeward.console.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Properties;
import org.homeward.schema.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerbianLettersTest {

  @ParameterizedTest
  @CsvSource({
    "Njegoš i Ljubica iz Džepa, Његош и Љубица из Џепа",
    "VEŽBA ZA LJUDE, ВЕЖБА ЗА ЉУДЕ",
    "Đorđe ćuti od {0} do {1}, Ђорђе ћути од {0} до {1}",
    "preko API za RS, преко API за RS",
    "pre 21 minut, пре 21 минут"
  })
  void lettersPairsAndPlacesForValues(String latin, String cyrillic) {
    assertThat(SerbianLetters.cyrillic(latin)).isEqualTo(cyrillic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ispravite HOMEWARD_STORE_URI.|Исправите HOMEWARD_STORE_URI.",
        "disk za HOMEWARD_DATA/photos (ili HOMEWARD_PHOTOS_IN=store)"
            + "|диск за HOMEWARD_DATA/photos (или HOMEWARD_PHOTOS_IN=store)",
        "Vratite audit-{1}.keys i cap.keys.json; u .env|Вратите audit-{1}.keys и cap.keys.json; у .env",
        "Sledite docs/operations.md, „The audit trail”. „Ostalo”"
            + "|Следите docs/operations.md, „The audit trail”. „Остало”",
        "Adresa počinje sa https://. Da/ne|Адреса почиње са https://. Да/не"
      })
  void whatIsTypedForAComputerStays(String latin, String cyrillic) {
    assertThat(SerbianLetters.cyrillic(latin)).isEqualTo(cyrillic);
  }

  /** The words of coded values were written in both alphabets by hand. */
  @Test
  void theVocabularyAgrees() throws IOException {
    Properties latin = vocabulary("draft/sr-Latn");
    latin.putAll(vocabulary("approved/sr-Latn"));
    Properties cyrillic = vocabulary("draft/sr-Cyrl");

    assertThat(cyrillic).hasSizeGreaterThan(300);
    cyrillic.forEach(
        (code, word) ->
            assertThat(SerbianLetters.cyrillic(latin.getProperty((String) code)))
                .as((String) code)
                .isEqualTo(word));
  }

  private static Properties vocabulary(String name) throws IOException {
    var words = new Properties();
    try (InputStream in =
        Vocabulary.class.getResourceAsStream("/vocabulary/" + name + ".properties")) {
      words.load(new InputStreamReader(requireNonNull(in), UTF_8));
    }
    return words;
  }
}
