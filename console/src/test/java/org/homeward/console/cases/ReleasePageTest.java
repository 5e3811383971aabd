package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page before a release to police. */
class ReleasePageTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";

  private final RenderedPages pages = new RenderedPages();

  private ReleasePage release(String text, String proposal) {
    return new ReleasePage(
        ID,
        "RS-D6C8B7",
        text,
        true,
        "/cases/" + ID + "/reports/" + REPORT,
        "\"3\"",
        "key-of-form",
        proposal,
        List.of(text),
        List.of(new Fact("notes", text, text, false)),
        List.of(text),
        text,
        true,
        Map.of("d-1", text),
        new Meanwhile("", "", List.of(text)),
        Map.of("desk", text, "reason", text, "basis", "LEGAL_DUTY"),
        Map.of("desk", text));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void theReleaseStatesItsEffectAndHasOnePrimaryButton(Language language) {
    String html = pages.of(language, "cases/release.jte", release("x", "HOLD"));

    assertThat(html)
        .contains(
            pages.words(language).say("release.effect"), "value=\"key-of-form\"", "hw-exercise")
        .contains("name=\"reason\"");
    assertThat(html.split("class=\"govuk-button\"", -1)).as("one primary button").hasSize(2);
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, "cases/release.jte", release(text, "HOLD"))))
          .as(text)
          .isEqualTo(HostileTexts.tags(html));
    }
  }

  @Test
  void aWrongFieldNamesItsError() {
    String html = pages.of(Language.ENGLISH, "cases/release.jte", release("x", "HOLD"));

    assertThat(html)
        .contains("aria-invalid=\"true\" aria-describedby=\"desk-error desk-hint\"")
        .contains("id=\"desk-error\"")
        .doesNotContain("aria-describedby=\"reason-error\"");
  }

  @Test
  void onlyAgainstTheProposalAReasonIsAskedFor() {
    var page = release("x", "RELEASE");
    var typed =
        new ReleasePage(
            page.caseId(),
            page.code(),
            page.who(),
            false,
            page.action(),
            page.seen(),
            page.key(),
            "RELEASE",
            List.of(),
            List.of(),
            List.of(),
            "",
            false,
            Map.of(),
            new Meanwhile("", "", List.of()),
            Map.of(),
            Map.of());

    assertThat(pages.of(Language.ENGLISH, "cases/release.jte", typed))
        .doesNotContain("name=\"reason\"", "/cases/" + ID + "/risk");
    assertThat(pages.of(Language.ENGLISH, "cases/release.jte", page))
        .contains("Nobody has said how great the risk is", "href=\"/cases/" + ID + "/risk\"");
  }
}
