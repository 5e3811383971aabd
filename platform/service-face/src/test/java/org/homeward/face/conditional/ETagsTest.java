package org.homeward.face.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4_294_967_296L, 999_999_999_999_999_999L})
  void aVersionComesBackFromItsTag(long version) {
    assertThat(new IfMatch(List.of(ETags.of(version))).versions()).contains(List.of(version));
  }

  @Test
  void aChangeWithoutIfMatchIsToldToSendOne() {
    assertThat(status(List.of())).isEqualTo(428);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "'\"7\", \"8\"'; 8,7",
        "'\"7\" ,,\"8\",'; 8,7",
        "'W/\"7\", \"8\"'; 8",
        "' \"7\"\t'; 7",
        "'W/\"7\"'; ''",
        "'\"07\"'; ''",
        "'\"-7\"'; ''",
        "'\"\"'; ''",
        "'\"abc\"'; ''",
        "'\"a,b\"'; ''",
        "'\"9999999999999999999\"'; ''"
      })
  void aListNamesTheVersionsOfItsStrongTags(String header, String versions) {
    var named = new IfMatch(List.of(header)).versions().orElseThrow();

    assertThat(String.join(",", named.stream().map(String::valueOf).toList())).isEqualTo(versions);
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(new IfMatch(List.of("\"7\"", "\"8\"")).versions()).contains(List.of(8L, 7L));
  }

  @Test
  void aStarIsWhicheverIsThere() {
    assertThat(new IfMatch(List.of(" * ")).versions()).isEmpty();
    assertThat(new IfMatch(List.of("*")).<Boolean>first(OptionalLong::isEmpty)).isTrue();
  }

  @Test
  void theFirstVersionThatIsThereIsChanged() {
    var tried = new ArrayList<Long>();
    var seen = new IfMatch(List.of("\"3\", \"5\", \"9\""));

    long changed =
        seen.first(
            version -> {
              tried.add(version.getAsLong());
              if (version.getAsLong() != 5) {
                throw FaceProblem.PRECONDITION_FAILED.exception();
              }
              return version.getAsLong();
            });

    assertThat(changed).isEqualTo(5);
    assertThat(tried).containsExactly(9L, 5L);
  }

  @Test
  void anotherRefusalThanStaleIsNotTriedAgain() {
    var tried = new ArrayList<Long>();
    var seen = new IfMatch(List.of("\"3\", \"5\""));

    assertThatThrownBy(
            () ->
                seen.first(
                    version -> {
                      tried.add(version.getAsLong());
                      throw FaceProblem.CONFLICT.exception();
                    }))
        .isInstanceOf(ProblemException.class);
    assertThat(tried).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "\"7", "\"7\" \"8\"", "*, \"7\"", "w/\"7\"", "\"٧\"", ","})
  void whatIsNoListOfTagsIsMalformed(String header) {
    assertThat(status(List.of(header))).isEqualTo(400);
  }

  @Test
  void aListHasAnEnd() {
    assertThat(status(Collections.nCopies(21, "\"7\""))).isEqualTo(400);
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
      return new IfMatch(headers).first(_ -> 200);
    } catch (ProblemException refusal) {
      return refusal.problem().kind().status();
    }
  }
}
