package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBoundsTest {

  private static void check(String text) {
    CsvBounds.check(text.getBytes(US_ASCII), 0, ',');
  }

  @Test
  void aLineOfTitlesIsShort() {
    assertThatThrownBy(() -> check("ref".repeat(CsvBounds.MOST_OF_TITLES)))
        .hasFieldOrPropertyWithValue("rule", "unknown-column");
    assertThatThrownBy(() -> check("\n\r\n" + ",".repeat(CsvBounds.MOST_OF_TITLES + 1)))
        .isInstanceOf(FileRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "x,", "\"a\",", "\"a\"\"b\","})
  void aRecordHasFewValues(String value) {
    assertThatThrownBy(() -> check("ref\n" + value.repeat(CsvBounds.MOST_VALUES)))
        .hasFieldOrPropertyWithValue("rule", "not-csv");
  }

  @Test
  void delimitersAndLinesInQuotationMarksPartNothing() {
    assertThatCode(() -> check("ref\n\"" + ",\n".repeat(CsvBounds.MOST_VALUES) + "\",2\n3\n"))
        .doesNotThrowAnyException();
    assertThatCode(() -> check("ref\n" + "1,2\n".repeat(CsvBounds.MOST_VALUES)))
        .doesNotThrowAnyException();
  }

  @Test
  void aQuotationThatNobodyEndsIsNotReadToTheEnd() {
    String rest = "x\n".repeat(CsvBounds.MOST_OF_A_RECORD / 2 + 1);

    assertThatCode(() -> check("ref\n" + rest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("ref\n\"" + rest))
        .hasFieldOrPropertyWithValue("rule", "not-csv");
  }
}
