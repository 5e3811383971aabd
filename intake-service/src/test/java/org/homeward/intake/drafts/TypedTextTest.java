package org.homeward.intake.drafts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Fields;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

  private static Map<String, String> read(String place) {
    String typed = "{\"typed\": {\"%s\": \"half a w\"}}".formatted(place);
    Fields fields = Fields.of(typed.getBytes(UTF_8));
    Map<String, String> read = TypedText.read(fields, "typed");
    fields.check();
    return read;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/says/circumstances/text", "/says/category", "/reporter"})
  void whatTheTeamMayReadIsKeptAsItWasTyped(String place) {
    assertThat(read(place)).isEqualTo(Map.of(place, "half a w"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/says/childWords/text", "/says/shelter"})
  @Proves(6)
  void whatOnlyAConfidantMayReadHasNoPlaceInADraft(String place) {
    assertThatThrownBy(() -> read(place)).isInstanceOf(ProblemException.class);
  }
}
