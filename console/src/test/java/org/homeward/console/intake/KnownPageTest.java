package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.intake.IntakePage.KnownChildren;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answer to "do we know this child?", above the form. */
class KnownPageTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String EARLIER = "9c0e893c-3a1e-4ef1-93e1-d352a11e274f";

  private final RenderedPages pages = new RenderedPages();

  private String html(Language language, KnownChildren known) {
    var page =
        new IntakePage(
            "key",
            "",
            "",
            false,
            "Europe/Belgrade",
            IntakeForm.SECTIONS,
            Typed.NOTHING,
            Map.of(),
            List.of(),
            Theirs.NONE,
            JoinedCase.NONE,
            known);
    return pages.of(language, "intake/intake.jte", page);
  }

  private static KnownChildren one(String text) {
    var said = new KnownChildren.Said(text, text, text, text);
    var known =
        new KnownChildren.Known(
            ID,
            CHILD,
            text,
            text,
            "SAME_CHILD",
            true,
            List.of(said),
            List.of(new KnownChildren.Other(EARLIER, text, text, text)));
    return new KnownChildren(true, List.of(known));
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    var known = HostileTexts.tags(html(language, one("x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(html(language, one(text)))).as(text).isEqualTo(known);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFormAsksAndTheAnswerSaysWhatToDo(Language language) {
    String before = html(language, KnownChildren.NONE);
    assertThat(before).contains("formaction=\"/intake/known\"").doesNotContain("id=\"known\"");

    String nobody = html(language, new KnownChildren(true, List.of()));
    assertThat(nobody).contains(pages.words(language).say("known.none"));
    assertThat(html(language, one("x")))
        .contains("/cases/" + ID, "/intake?case=" + ID)
        .contains("/cases/" + ID + "/children/" + CHILD, "/cases/" + EARLIER)
        .contains(pages.words(language).count("known.episodes", 1))
        .contains(pages.words(language).say("known.SAME_CHILD"));
  }
}
