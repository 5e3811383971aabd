package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1,"a":2}         | duplicate-key    | 10
          {"a":{"b":1,"\\u0062":2}} | duplicate-key | 22
          {} {}                 | trailing-content | 4
          {}x                   | trailing-content | 2
          ["\\ud800"]           | lone-surrogate   | 1
          ["\\udc00\\ud800"]    | lone-surrogate   | 1
          {"\\ud800":1}         | lone-surrogate   | 1
          ["\\u0000"]           | nul              | 1
          {"a\\u0000":1}        | nul              | 1
          [9223372036854775808] | number-too-large | 20
          [1e400]               | number-too-large | 6
          [01]                  | not-json         | 2
          [NaN]                 | not-json         | 1
          [1,]                  | not-json         | 3
          {'a':1}               | not-json         | 1
          [                     | not-json         | 1
          """)
  void refusesWhatTwoReadersCouldReadDifferently(String text, String rule, long near) {
    Malformed refused = refuse(text.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(refused.offset()).isBetween(near - 2, near + 14);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(refuse(new byte[] {'"', (byte) 0xff, '"'}).rule()).isEqualTo("not-utf-8");
    assertThat(refuse("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).rule())
        .isEqualTo("byte-order-mark");
    assertThat(refuse("{}".getBytes(StandardCharsets.UTF_16)).rule()).isEqualTo("not-utf-8");
    byte[] encodedSurrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    assertThat(refuse(encodedSurrogate).rule()).isEqualTo("not-utf-8");
  }

  @Test
  void refusesMoreThanItsLimits() {
    assertThat(refuse("[".repeat(33) + "]".repeat(33)).rule()).isEqualTo("too-deep");
    assertThat(StrictJson.read(("[".repeat(32) + "]".repeat(32)).getBytes()).isArray()).isTrue();
    assertThat(refuse("[" + "1".repeat(100_000) + "]").rule()).isEqualTo("number-too-large");
    assertThat(refuse("[0." + "1".repeat(100_000) + "]").rule()).isEqualTo("number-too-large");
    assertThatThrownBy(() -> StrictJson.read("[1,2]".getBytes(), 4))
        .isInstanceOfSatisfying(
            Malformed.class, refused -> assertThat(refused.rule()).isEqualTo("too-large"));
    assertThat(refuse("").rule()).isEqualTo("not-json");
    assertThat(refuse("  ").rule()).isEqualTo("not-json");
  }

  @Test
  void repeatsNothingOfTheDocument() {
    for (String text : new String[] {"{\"Planted\":1,\"Planted\":2}", "[Planted]", "\"Planted"}) {
      assertThat(refuse(text)).hasNoCause().message().doesNotContain("Planted");
    }
  }

  @Test
  void decidesEveryFileOfTheJsonTestSuite() {
    Set<String> refusedByPolicy = new TreeSet<>();
    for (Path file : Conformance.files(Conformance.path("abuse/json/test_parsing"))) {
      String name = file.getFileName().toString();
      Malformed refused =
          catchThrowableOfType(Malformed.class, () -> StrictJson.read(Conformance.bytes(file)));
      if (name.startsWith("n_")) {
        assertThat(refused).as(name).isNotNull();
      } else if (name.startsWith("y_") && refused != null) {
        refusedByPolicy.add(name + " " + refused.rule());
      }
    }
    assertThat(refusedByPolicy)
        .containsExactly(
            "y_object_duplicated_key.json duplicate-key",
            "y_object_duplicated_key_and_value.json duplicate-key",
            "y_object_escaped_null_in_key.json nul",
            "y_string_null_escape.json nul");
  }

  private static Malformed refuse(String text) {
    return refuse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Malformed refuse(byte[] bytes) {
    Malformed refused = catchThrowableOfType(Malformed.class, () -> StrictJson.read(bytes));
    assertThat(refused).isNotNull();
    return refused;
  }
}
