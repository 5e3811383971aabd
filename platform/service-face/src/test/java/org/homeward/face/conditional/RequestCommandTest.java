package org.homeward.face.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCommandTest {

  private static final byte[] BODY = {'{', '}'};
  private static final String KEY = "0123-4567";

  @Test
  void aRepeatIsTheSameCommand() {
    assertThat(command("ana", "POST", "/reports", KEY))
        .isEqualTo(command("ana", "POST", "/reports", KEY));
    assertThat(command("ana", "POST", "/reports", KEY).id()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource({
    "marko, POST, /reports, 0123-4567",
    "ana, PATCH, /reports, 0123-4567",
    "ana, POST, /desks, 0123-4567",
    "ana, POST, /reports, 0123-4568"
  })
  void anotherCallerMethodPathOrKeyIsAnotherCommand(
      String subject, String method, String path, String key) {
    assertThat(command(subject, method, path, key).id())
        .isNotEqualTo(command("ana", "POST", "/reports", KEY).id());
  }

  @Test
  void theBodyChangesTheHashAndNotTheId() {
    var one = RequestCommand.of("ana", "POST", "/reports", List.of(KEY), BODY);
    var other = RequestCommand.of("ana", "POST", "/reports", List.of(KEY), new byte[] {'[', ']'});

    assertThat(one.id()).isEqualTo(other.id());
    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void aKeyIsRequiredOnce() {
    assertRefused(List.of());
    assertRefused(List.of(KEY, KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "with space", "tab\tinside", "ključ-ključ"})
  void aKeyIsEightToOneHundredTwentyEightVisibleCharacters(String key) {
    assertRefused(List.of(key));
    assertRefused(List.of("k".repeat(129)));
    assertThat(command("ana", "POST", "/reports", "k".repeat(128)).id()).isNotEmpty();
  }

  private static RequestCommand command(String subject, String method, String path, String key) {
    return RequestCommand.of(subject, method, path, List.of(key), BODY);
  }

  private static void assertRefused(List<String> keys) {
    assertThatThrownBy(() -> RequestCommand.of("ana", "POST", "/reports", keys, BODY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().kind()).isEqualTo(FaceProblem.KEY_REQUIRED));
  }
}
