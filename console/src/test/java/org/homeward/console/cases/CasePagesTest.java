package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.console.cases.CaseSamples.HELD;
import static org.homeward.console.cases.CaseSamples.ID;
import static org.homeward.console.cases.CaseSamples.RELEASED;
import static org.homeward.console.cases.CaseSamples.REPORT;
import static org.homeward.console.cases.CaseSamples.found;

import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of a case: what is next, who may do what, and what never stands in it. */
class CasePagesTest {

  private final RenderedPages pages = new RenderedPages();
  private final CaseSamples cases = new CaseSamples(pages);

  @Test
  void whatAPartnerProposesIsReadAtItsHandover() {
    var found = (ObjectNode) found("Strahinja", RELEASED);
    var task = (ObjectNode) found.path("tasks").get(0);
    task.put("kind", "READ_PROPOSAL").put("subject", "handover/" + ID);

    assertThat(cases.story(Language.ENGLISH, "operator").of(found, "").next().link())
        .isEqualTo("/handovers/" + ID);
    assertThat(cases.story(Language.ENGLISH, "confidant").of(found, "").next().link()).isEmpty();
  }

  @Test
  void aChildAtRiskIsSaidInWordsAndOffersNoAlertAndNoPartner() {
    var found = (ObjectNode) found("Strahinja", HELD);
    try (var _ = new SignedIn("p-1001", "supervisor")) {
      isSaidInWords(found);
    }
  }

  private void isSaidInWords(ObjectNode found) {
    String search =
        pages.of(
            Language.ENGLISH,
            "cases/case.jte",
            cases.story(Language.ENGLISH, "supervisor").of(found, ""));
    assertThat(search).contains("/alerts/new?case=").doesNotContain("hw-tag--at_risk");
    found.put("kind", "AT_RISK").put("atRiskUntil", "2027-11-29T02:00:00Z");
    var turns = found.putArray("kindTurns").addObject();
    turns
        .put("kind", "AT_RISK")
        .put("at", "2026-11-29T02:30:00Z")
        .put("by", "p-1001")
        .put("reason", "again");

    CasePage page = cases.story(Language.ENGLISH, "supervisor").of(found, "");
    String html = pages.of(Language.ENGLISH, "cases/case.jte", page);

    assertThat(html)
        .contains("hw-tag--at_risk", "A child at risk, not missing.", "Renewed for a year: again")
        .contains("/decide/missing", "/decide/renew")
        .doesNotContain("/alerts/new?case=", "/handovers/offer?case=");
    found.put("kind", "UNIDENTIFIED").remove("atRiskUntil");
    assertThat(
            pages.of(
                Language.SERBIAN,
                "cases/case.jte",
                cases.story(Language.SERBIAN, "supervisor").of(found, "")))
        .contains("hw-tag--unidentified", "niko ne zna ko je")
        .doesNotContain("/decide/missing", "/alerts/new?case=");
  }

  @Test
  void aHeldReportIsWhatHasToBeDecidedFirst() {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(page.next().link()).isEqualTo("/cases/" + ID + "/reports/" + REPORT + "/release");
    assertThat(page.further()).extracting(CasePage.Step::what).containsExactly("Call the partner");
    assertThat(page.story())
        .extracting(CasePage.Entry::sentence)
        .containsExactly("An alert went out", "Report: Telephone");
    assertThat(page.story().getLast().by()).startsWith("you, ");
    assertThat(page.story().getLast().state()).startsWith("Held: not decided yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpo", "confidant"})
  void whoOnlyReadsGetsNoButtonToDecide(String role) {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", HELD, role);

    assertThat(page.next().link()).isEmpty();
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains("An operator or supervisor decides")
        .doesNotContain("class=\"govuk-button\"", "/release\"");
  }

  @Test
  void thePagesHeadingComesBeforeWhatIsNext() {
    String html =
        pages.of(
            Language.ENGLISH, "cases/case.jte", cases.page(Language.ENGLISH, "Strahinja", HELD));

    assertThat(html.indexOf("<h1>")).isPositive().isLessThan(html.indexOf("<h2>"));
    assertThat(html).doesNotContain("role=\"button\"");
  }

  @Test
  void whatComesAfterAReleaseIsSentAsAChange() {
    ObjectNode found = (ObjectNode) found("Strahinja", RELEASED);
    ObjectNode second = (ObjectNode) found.path("reports").path(0).deepCopy();
    second.set("policeRelease", Json.mapper().readTree(HELD));
    ((ArrayNode) found.path("reports")).add(second);

    CasePage page = cases.story(Language.ENGLISH, "operator").of(found, "");

    assertThat(page.next().what()).isEqualTo("Send this change to police");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileNamesAreNeverMarkup(Language language) {
    String plain = pages.of(language, "cases/case.jte", cases.page(language, "Strahinja", HELD));
    for (String text : HostileTexts.all()) {
      String html = pages.of(language, "cases/case.jte", cases.page(language, text, HELD));
      assertThat(HostileTexts.tags(html)).as(text).isEqualTo(HostileTexts.tags(plain));
    }
  }
}
