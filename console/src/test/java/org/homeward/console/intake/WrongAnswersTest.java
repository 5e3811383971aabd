package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.api.Answer;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongAnswersTest {

  /** The form's second garment was left out, so that its third was sent as the second. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/newChildren/0/clothing/1/garment",
        "/says/children/d6c8b734-aa8c-4069-a7be-1bb6c07374ad/clothing/1/garment"
      })
  void errorsStandAtTheGarmentThatIsWrong(String pointer) {
    var errors = List.of(new Answer.Wrong(pointer, "unknown-code"));

    var found =
        WrongAnswers.of(
            errors, IntakeForm.all(), List.of(0, 2), new RenderedPages().words(Language.ENGLISH));

    assertThat(found.byQuestion()).containsOnlyKeys("garment-3");
    assertThat(found.elsewhere()).isEmpty();
  }
}
