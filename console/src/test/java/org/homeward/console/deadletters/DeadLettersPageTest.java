package org.homeward.console.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLettersPageTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String TEMPLATE = "deadletters/deadLetters.jte";

  private final RenderedPages pages = new RenderedPages();

  private String page(Language language, String text) {
    var lines =
        List.of(
            new DeadLettersPage.Line(ID, "7", ID, text, false, text),
            new DeadLettersPage.Line(ID, "8", "", "", true, text));
    return pages.of(
        language, TEMPLATE, new DeadLettersPage(lines, "key-of-form", true, text, text));
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    List<String> tags = HostileTexts.tags(page(language, "x"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(page(language, text))).isEqualTo(tags);
    }
  }

  private String page(List<DeadLettersPage.Line> lines, boolean mayReplay) {
    return pages.of(
        Language.ENGLISH, TEMPLATE, new DeadLettersPage(lines, "key-of-form", mayReplay, "", ""));
  }

  @Test
  void whatWasRefusedIsSentAgainBySupervisorsAlone() {
    var line = new DeadLettersPage.Line(ID, "7", ID, "Crveni krst", true, "http-404");

    assertThat(page(List.of(line), true))
        .contains("Crveni krst", "End of an alert", "http-404", "/alerts/" + ID)
        .contains("name=\"number\" value=\"7\"");
    assertThat(page(List.of(line), false))
        .contains("Crveni krst")
        .doesNotContain("Send again", "/alerts/" + ID);
    assertThat(page(List.of(), true)).contains("Nothing is refused");
  }

  @Test
  void toASystemThatIsThereNoMoreNothingIsSentAgain() {
    var line = new DeadLettersPage.Line(ID, "7", "", "", false, "http-410");

    assertThat(page(List.of(line), true))
        .contains("A system that is there no more")
        .doesNotContain("Send again");
  }
}
