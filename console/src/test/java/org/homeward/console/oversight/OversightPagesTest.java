package org.homeward.console.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OversightPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static OversightPage whole(boolean officer, String text) {
    return new OversightPage(
        officer,
        "",
        List.of(new OversightPage.Trail("intake", "DOWN", text)),
        List.of(new OversightPage.Erasure(ID, text, true, "03:40", "tomorrow")),
        true,
        List.of(new OversightPage.Recall("gr", ID, text)),
        List.of(
            new OversightPage.Check("CHECK_DESK.desk." + ID, "CHECK_DESK", text, "", "03:40"),
            new OversightPage.Check(
                "CHECK_SEARCHES.31.person.p-1001", "CHECK_SEARCHES", text, "p-1001", "03:40")),
        "key-of-form");
  }

  private static OversightPage empty(boolean officer, boolean recallsKnown) {
    return new OversightPage(
        officer, "", List.of(), List.of(), recallsKnown, List.of(), List.of(), "key-of-form");
  }

  private static LooksPage looks(String by, String text) {
    var look = new LooksPage.Look("03:40", text, "p-1001", text, text, List.of(ID));
    return new LooksPage(
        by, ID, "", List.of(new LooksPage.Trail("alert", true, List.of(look), "abcd1234.7")));
  }

  private static ErasePage erase(String text, String waiting, String reason) {
    return new ErasePage(ID, "RS-7KQ2", text, false, waiting, reason, Map.of(), "", "key-of-form");
  }

  private String page(String template, Object page) {
    return pages.of(Language.ENGLISH, template, page);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextsAreNeverMarkup(Language language) {
    var tags = all(language, "x").stream().map(HostileTexts::tags).toList();
    for (String text : HostileTexts.all()) {
      assertThat(all(language, text).stream().map(HostileTexts::tags).toList()).isEqualTo(tags);
    }
  }

  private List<String> all(Language language, String text) {
    return List.of(
        pages.of(language, "oversight/oversight.jte", whole(true, text)),
        pages.of(language, "oversight/looks.jte", looks("person", text)),
        pages.of(language, "oversight/looks.jte", new LooksPage("case", text, text, List.of())),
        pages.of(language, "oversight/erase.jte", erase(text, text, "COURT_ORDER")));
  }

  @Test
  void theOfficerSeesEverythingAndASupervisorTheErasuresOnly() {
    assertThat(page("oversight/oversight.jte", whole(true, "x")))
        .contains("/oversight/looks", "Needs you", "Partner gr", "New police desk:", ID)
        .contains("More searches than usual", "/oversight/looks?by=person&id=p-1001");
    assertThat(page("oversight/oversight.jte", whole(false, "x")))
        .contains("/oversight/cases/" + ID + "/erase")
        .doesNotContain("/oversight/looks", "Partner gr", "New police desk:");
  }

  @Test
  void emptyListsSaySoAndABridgeThatIsAwayIsNoEmptyList() {
    assertThat(page("oversight/oversight.jte", empty(true, true)))
        .contains("Every partner that was asked has answered", "There is nothing to look at");
    assertThat(page("oversight/oversight.jte", empty(true, false)))
        .contains("Partners cannot be reached now")
        .doesNotContain("Every partner that was asked");
  }

  @Test
  void looksLeadToThePersonOrToTheCaseAndToOlderOnes() {
    assertThat(page("oversight/looks.jte", looks("case", "x")))
        .contains("by=person&id=p-1001", "service=alert&after=abcd1234.7", "Open the case");
    assertThat(page("oversight/looks.jte", looks("person", "x")))
        .contains("by=case&id=" + ID, "method=\"post\" action=\"/oversight/looks\"");
  }

  @Test
  void erasingSaysItsEffectAndWhoWantsItAlready() {
    String first = page("oversight/erase.jte", erase("Strahinja", "", ""));
    String second = page("oversight/erase.jte", erase("Strahinja", "a colleague", "COURT_ORDER"));

    assertThat(first).contains("It cannot be undone").doesNotContain("wants to erase it already");
    assertThat(first).contains("<option value=\"\">–</option>").doesNotContain(" selected");
    assertThat(first.indexOf("It cannot be undone")).isLessThan(first.indexOf(">Erase<"));
    assertThat(second)
        .contains("a colleague wants to erase it already. Reason: Ordered by a court.")
        .contains("<option value=\"COURT_ORDER\" selected>");
    assertThat(second).contains("<title>Erase this case");
  }
}
