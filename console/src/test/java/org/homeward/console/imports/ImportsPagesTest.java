package org.homeward.console.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private String list(Language language, String text) {
    var line = new ImportsPage.Line(ID, "TAKEN", true, true, "CSV", text, "10:00", text, 3);
    return pages.of(
        language,
        "imports/imports.jte",
        new ImportsPage(List.of(line), true, "key-of-form", text, "true", text, List.of(text)));
  }

  private static ImportPage page(String stage, boolean mayAct, String text) {
    var why = new ImportPage.Why("dob", text, List.of(text));
    return new ImportPage(
        ID,
        false,
        stage,
        false,
        "CSV",
        text,
        "10:00",
        text,
        List.of(new ImportPage.Count("Rows", 3)),
        List.of(new ImportPage.Row(2, true, List.of(why))),
        1,
        mayAct,
        true,
        "\"7\"",
        "key-of-form",
        text,
        text);
  }

  private String one(Language language, ImportPage page) {
    return pages.of(language, "imports/import.jte", page);
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    List<String> ofList = HostileTexts.tags(list(language, "x"));
    List<String> ofOne = HostileTexts.tags(one(language, page("CHECKED", true, "x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(list(language, text))).isEqualTo(ofList);
      assertThat(HostileTexts.tags(one(language, page("CHECKED", true, text)))).isEqualTo(ofOne);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHECKED", "TAKING", "PAUSED", "TAKEN", "REVIEWED"})
  void everyStageHasItsWordsInEveryLanguage(String stage) {
    for (Language language : Language.ready()) {
      assertThat(one(language, page(stage, true, "x"))).contains("/imports/" + ID);
    }
  }

  @Test
  void onlyASupervisorTakesAndReviews() {
    assertThat(one(Language.ENGLISH, page("CHECKED", true, "x")))
        .contains("/imports/" + ID + "/take", "It may mean:")
        .doesNotContain("/review");
    assertThat(one(Language.ENGLISH, page("TAKEN", true, "x")))
        .contains("/imports/" + ID + "/review")
        .doesNotContain("/take");
    assertThat(one(Language.ENGLISH, page("CHECKED", false, "x"))).doesNotContain("/take\"");
  }
}
