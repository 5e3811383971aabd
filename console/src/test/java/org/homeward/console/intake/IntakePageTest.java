package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

class IntakePageTest {

  private final RenderedPages pages = new RenderedPages();

  private String rendered(
      Language language, Map<String, List<String>> typed, Map<String, String> wrong) {
    var page =
        new IntakePage(
            "key-of-form",
            "",
            "",
            false,
            "Europe/Belgrade",
            IntakeForm.SECTIONS,
            new Typed(typed),
            wrong,
            List.of(),
            Theirs.NONE,
            JoinedCase.NONE);
    return pages.of(language, "intake/intake.jte", page);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void everyQuestionIsAskedInEveryLanguage(Language language) {
    String html = rendered(language, Map.of(), Map.of());

    for (Question question : IntakeForm.questions()) {
      assertThat(html).contains("name=\"" + question.name() + "\"");
    }
    assertThat(html)
        .contains(
            "192",
            "lang=\"" + language.tag() + "\"",
            "name=\"kind\" value=\"AT_RISK\"",
            "name=\"danger\"",
            "name=\"urgency\"",
            "value=\"key-of-form\"")
        .doesNotContain("govuk-error-summary");
  }

  /** What was typed comes back as it was typed, and is never markup. */
  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextComesBackAsTyped(Language language) {
    String plain = rendered(language, typed("x"), Map.of());
    for (String text : HostileTexts.all()) {
      String html = rendered(language, typed(text), Map.of());

      assertThat(HostileTexts.tags(html)).as(text).isEqualTo(HostileTexts.tags(plain));
      assertThat(HtmlUtils.htmlUnescape(html)).contains(text.strip());
    }
  }

  private static Map<String, List<String>> typed(String text) {
    Map<String, List<String>> typed = new HashMap<>();
    IntakeForm.questions().stream()
        .filter(question -> question.codes().isEmpty() && question.kind() != Question.Kind.YES_NO)
        .forEach(question -> typed.put(question.name(), List.of(text)));
    return typed;
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void aFurtherGarmentIsClosedUntilSomebodyWritesOne(Language language) {
    String closed = rendered(language, Map.of(), Map.of());
    String open = rendered(language, Map.of("garment-3", List.of("SHOES")), Map.of());

    assertThat(closed).contains("name=\"garment-4\"").doesNotContain("hw-item\" open");
    assertThat(open).containsOnlyOnce("hw-item\" open");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void anErrorStandsAboveAndBesideItsField(Language language) {
    String html =
        rendered(
            language, Map.of("callerPhone", List.of("12")), Map.of("callerPhone", "it is short"));

    assertThat(html)
        .contains("href=\"#callerPhone\"", "id=\"callerPhone-error\"", "value=\"12\"")
        .containsPattern("aria-describedby=\"callerPhone-hint callerPhone-error\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void nothingIsAnsweredBeforehandAndEachQuestionHasOneControl(Language language) {
    String html = rendered(language, Map.of(), Map.of());

    assertThat(html).doesNotContain(" checked", " selected", "name=\"answer.selfHarmRisk\"");
    assertThat(html)
        .contains("name=\"selfHarm\" value=\"REFUSED\"", "name=\"answer.vehicle\"")
        .contains("<details class=\"govuk-details hw-otherwise\" hidden>");
  }
}
