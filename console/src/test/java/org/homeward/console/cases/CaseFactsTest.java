package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.homeward.console.cases.CaseSamples.CHILD;
import static org.homeward.console.cases.CaseSamples.HELD;
import static org.homeward.console.cases.CaseSamples.ID;
import static org.homeward.console.cases.CaseSamples.RELEASED;
import static org.homeward.console.cases.CaseSamples.found;

import org.homeward.console.facts.Fact;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a case: from where, what it was before, and what nobody has answered. */
class CaseFactsTest {

  private final RenderedPages pages = new RenderedPages();
  private final CaseSamples cases = new CaseSamples(pages);

  @Test
  void aCaseOfAnotherCountryHasTheZoneOfItsTimes() {
    var abroad = (ObjectNode) found("Strahinja", RELEASED);
    CasePage ours = cases.story(Language.ENGLISH, "operator").of(abroad, "");
    abroad.put("home", "gr");
    CasePage theirs = cases.story(Language.ENGLISH, "operator").of(abroad, "");

    assertThat(lastSeen(ours)).startsWith("02:40 (");
    assertThat(lastSeen(theirs)).startsWith("02:40 UTC+1 (");
  }

  private static String lastSeen(CasePage page) {
    return page.facts().stream()
        .flatMap(group -> group.facts().stream())
        .filter(known -> known.fact().field().equals("lastSeen"))
        .map(known -> known.fact().value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachFactLeadsToItsCorrection() {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains(
            "/cases/" + ID + "/facts/lastSeen\"", "/cases/" + ID + "/facts/names?child=" + CHILD);
    assertThat(
            pages.of(
                Language.ENGLISH, "cases/case.jte", cases.page(Language.ENGLISH, "S", HELD, "dpo")))
        .doesNotContain("/facts/");
  }

  /** A later answer that it is not known takes no value away. */
  @Test
  void aFactComesFromTheNewestReportThatHasAValue() {
    var found = (ObjectNode) found("Strahinja", HELD);
    ObjectNode later = (ObjectNode) found.at("/reports/0").deepCopy();
    later.put("channel", "SMS").putObject("says").putObject("answers").put("lastSeen", "UNKNOWN");
    ((ArrayNode) found.path("reports")).add(later);

    CasePage page = cases.story(Language.ENGLISH, "operator").of(found, "");

    assertThat(page.facts().getLast().source()).endsWith("Telephone");
  }

  @Test
  void itIsSaidWhatOthersLackAndTheReasonOfAProposal() {
    ObjectNode found = (ObjectNode) found("Strahinja", HELD);
    ObjectNode report = (ObjectNode) found.path("reports").path(0);
    report.put("proposal", "HOLD");
    report.set(
        "rules", Json.mapper().readTree("[{\"rule\": \"caller-refuses\", \"finding\": \"HOLD\"}]"));

    CasePage held = cases.story(Language.ENGLISH, "operator").of(found, "");
    assertThat(held.next().why()).endsWith("The caller does not agree.");
    assertThat(held.lacks())
        .extracting(Lacks.Lack::what)
        .hasSize(4)
        .filteredOn(what -> !what.startsWith("the word of police"))
        .allMatch(what -> what.startsWith("anything"));

    CasePage released = cases.page(Language.ENGLISH, "Strahinja", RELEASED);
    assertThat(released.lacks())
        .extracting(Lacks.Lack::who, Lacks.Lack::what)
        .containsExactly(
            tuple("Police do not know", "Caller (not asked), Clothing (not asked)"),
            tuple(
                "A partner would not learn",
                "What kind (not asked), Where to (not asked), Nationality (not asked), "
                    + "Languages (not asked)"),
            tuple("An alert could not say", "Clothing (not asked)"),
            tuple(
                "No alert is approved without",
                "the word of police on custody and protection orders"));
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", released))
        .contains("/cases/" + ID + "/facts/destinations\"", "/cases/" + ID + "/decide/orders\"");
  }

  @Test
  void whatIsNotAnsweredIsShownAsSuchAndNeverAsNo() {
    var found = (ObjectNode) found("Strahinja", RELEASED);
    var facts = (ObjectNode) found.path("facts");
    facts.remove("risk");
    facts.putObject("answers").put("risk", "UNKNOWN").put("reporter", "REFUSED");
    var child = (ObjectNode) facts.path("children").path(CHILD);
    child.put("hair", "BROWN");
    child.putObject("answers").put("selfHarmRisk", "UNKNOWN");
    CasePage page = cases.story(Language.ENGLISH, "operator").of(found, "");

    assertThat(page.risk()).isEqualTo("UNKNOWN");
    assertThat(page.facts().getFirst().facts())
        .extracting(CasePage.Known::fact)
        .contains(new Fact("selfHarmRisk", "Danger of self-harm", "Not known", true));
    assertThat(page.facts().getFirst().notAsked())
        .extracting(CasePage.Link::text)
        .containsExactly("Phone numbers", "Height", "Eyes", "Clothing", "Health");
    assertThat(page.facts().getLast().notAsked())
        .extracting(CasePage.Link::to)
        .contains("/cases/" + ID + "/facts/companions")
        .doesNotContain("/cases/" + ID + "/facts/risk");
    assertThat(page.lacks().getFirst().what())
        .startsWith("Caller (would not say), Clothing (known");
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains("Risk not known", "Nobody has asked yet, in the reports that you may read");
  }

  @Test
  void aChangedFactNamesWhatItSaidBefore() {
    var found = (ObjectNode) found("Strahinja", HELD);
    var report = (ObjectNode) found.path("reports").get(0);
    report
        .putObject("amended")
        .putObject("/risk")
        .put("by", "p-1002")
        .put("at", "2026-11-29T02:30:00Z")
        .putObject("was")
        .put("level", "LOW");
    CasePage amended = cases.story(Language.ENGLISH, "operator").of(found, "");
    assertThat(before(amended, "risk")).isEqualTo("before: Low risk");
    assertThat(before(amended, "lastSeen")).isEmpty();
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", amended)).contains("before: Low risk");

    report.remove("amended");
    var later = report.deepCopy().put("id", CHILD);
    ((ObjectNode) later.path("says")).putObject("risk").put("level", "MEDIUM");
    ((ArrayNode) found.path("reports")).add(later);
    CasePage joined = cases.story(Language.ENGLISH, "operator").of(found, "");
    assertThat(before(joined, "risk")).isEqualTo("before: High risk: younger than 13");
    assertThat(before(joined, "lastSeen")).isEmpty();
  }

  private static String before(CasePage page, String field) {
    return page.facts().stream()
        .flatMap(group -> group.facts().stream())
        .filter(known -> known.fact().field().equals(field))
        .map(CasePage.Known::before)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyHereAsksWhatAPartnerAsksItsCallers() {
    var found = (ObjectNode) found("Strahinja", RELEASED);
    found.put("home", "gr");

    assertThat(cases.story(Language.ENGLISH, "operator").of(found, "").facts())
        .allMatch(group -> group.notAsked().isEmpty());
  }

  @Test
  void eachFactSaysWhereItCameFrom() {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(page.facts())
        .extracting(CasePage.Group::title)
        .containsExactly("The child", "When and where");
    assertThat(page.facts())
        .flatExtracting(CasePage.Group::facts)
        .extracting(CasePage.Known::source)
        .containsOnly("03:00, Telephone");
  }
}
