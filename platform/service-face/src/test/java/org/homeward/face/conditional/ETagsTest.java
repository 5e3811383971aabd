package org.homeward.face.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4_294_967_296L, 999_999_999_999_999_999L})
  void aVersionComesBackFromItsTag(long version) {
    assertThat(IfMatch.parse(List.of(ETags.of(version)))).isEqualTo(new IfMatch(version));
  }

  @Test
  void aChangeWithoutIfMatchIsToldToSendOne() {
    assertThat(status(List.of())).isEqualTo(428);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "W/\"7\"",
        "*",
        "\"7\", \"8\"",
        "\"07\"",
        "\"-7\"",
        "\"7",
        "\"\"",
        "\"abc\"",
        " \"7\"",
        "\"9999999999999999999\"",
        "\"٧\""
      })
  void whatIsNotOneStrongTagOfOursIsMalformed(String header) {
    assertThat(status(List.of(header))).isEqualTo(400);
  }

  @Test
  void twoHeadersAreMalformed() {
    assertThat(status(List.of("\"7\"", "\"7\""))).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "'\"3.17\"'; true",
        "'W/\"3.17\"'; true",
        "'\"a\", \"3.17\"'; true",
        "*; true",
        "'\"3.18\"'; false",
        "junk; false",
        "; false"
      })
  void aFeedIsUnchangedWhenItsTagIsNamed(String ifNoneMatch, boolean unchanged) {
    assertThat(ETags.unchanged(ifNoneMatch, ETags.of("3.17"))).isEqualTo(unchanged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\"b", "a\r\nb", "ж"})
  void aTagHoldsVisibleAsciiOnly(String opaque) {
    assertThatThrownBy(() -> ETags.of(opaque)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int status(List<String> headers) {
    try {
      IfMatch.parse(headers);
      return 200;
    } catch (ProblemException refusal) {
      return refusal.problem().kind().status();
    }
  }
}
