package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CasePagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";

  private final RenderedPages pages = new RenderedPages();

  private static JsonNode found(String name, String release) {
    String says =
        """
        {
          "risk": {"level": "HIGH", "criteria": ["UNDER_13"]},
          "lastSeen": {"at": "2026-11-29T01:40:00Z", "place": {"locality": "Novi Sad"}},
          "children": {"%s": {"names": [{"full": %s, "script": "Latn", "kind": "NATIVE"}],
            "ageYears": {"from": 9, "to": 9}, "sex": "MALE"}}
        }
        """
            .formatted(CHILD, Json.mapper().writeValueAsString(name));
    return Json.mapper()
        .readTree(
            """
            {
              "id": "%s", "version": 3, "home": "rs", "exercise": false, "standing": "OPEN",
              "openedAt": "2026-11-29T02:00:00Z", "children": {}, "notTo": [], "sightings": [],
              "tasks": [{"id": "t", "kind": "CALL_PARTNER", "since": "2026-11-29T02:10:00Z"}],
              "facts": %s,
              "reports": [{
                "id": "%s", "at": "2026-11-29T02:00:00Z", "channel": "PHONE", "by": "p-1001",
                "policeRelease": %s, "proposal": "RELEASE", "rules": [], "says": %s
              }],
              "timeline": [{"at": "2026-11-29T02:20:00Z", "subject": "alert/x",
                "type": "alert.issued.v1", "by": "p-1003"}]
            }
            """
                .formatted(ID, says, REPORT, release, says));
  }

  private static final String HELD =
      """
      {"status": "HELD", "reason": "UNDECIDED", "reviewAt": "2026-11-29T03:00:00Z"}
      """;

  private static final String RELEASED =
      """
      {"status": "RELEASED", "desk": "pu-beograd", "basis": "VITAL_INTEREST"}
      """;

  private static Person reader(String role) {
    return new Person("Ana", "p-1001", List.of(role), "");
  }

  private CasePage page(Language language, String name, String release) {
    return page(language, name, release, "operator");
  }

  private CasePage page(Language language, String name, String release, String role) {
    return story(language, role).of(found(name, release), "");
  }

  private CaseStory story(Language language, String role) {
    Map<String, String> desks = Map.of("desk-1", "PU Novi Sad");
    return new CaseStory(pages.words(language), "rs", reader(role), RenderedPages.NOW, desks);
  }

  @Test
  void aCaseOfAnotherCountryHasTheZoneOfItsTimes() {
    var abroad = (ObjectNode) found("Strahinja", RELEASED);
    CasePage ours = story(Language.ENGLISH, "operator").of(abroad, "");
    abroad.put("home", "gr");
    CasePage theirs = story(Language.ENGLISH, "operator").of(abroad, "");

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
  void whatAPartnerProposesIsReadAtItsHandover() {
    var found = (ObjectNode) found("Strahinja", RELEASED);
    var task = (ObjectNode) found.path("tasks").get(0);
    task.put("kind", "READ_PROPOSAL").put("subject", "handover/" + ID);

    assertThat(story(Language.ENGLISH, "operator").of(found, "").next().link())
        .isEqualTo("/handovers/" + ID);
    assertThat(story(Language.ENGLISH, "confidant").of(found, "").next().link()).isEmpty();
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
            story(Language.ENGLISH, "supervisor").of(found, ""));
    assertThat(search).contains("/alerts/new?case=").doesNotContain("hw-tag--at_risk");
    found.put("kind", "AT_RISK").put("atRiskUntil", "2027-11-29T02:00:00Z");
    var turns = found.putArray("kindTurns").addObject();
    turns
        .put("kind", "AT_RISK")
        .put("at", "2026-11-29T02:30:00Z")
        .put("by", "p-1001")
        .put("reason", "again");

    CasePage page = story(Language.ENGLISH, "supervisor").of(found, "");
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
                story(Language.SERBIAN, "supervisor").of(found, "")))
        .contains("hw-tag--unidentified", "niko ne zna ko je")
        .doesNotContain("/decide/missing", "/alerts/new?case=");
  }

  @Test
  void aHeldReportIsWhatHasToBeDecidedFirst() {
    CasePage page = page(Language.ENGLISH, "Strahinja", HELD);

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
    CasePage page = page(Language.ENGLISH, "Strahinja", HELD, role);

    assertThat(page.next().link()).isEmpty();
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains("An operator or supervisor decides")
        .doesNotContain("govuk-button", "/release\"");
  }

  @Test
  void eachFactLeadsToItsCorrection() {
    CasePage page = page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains(
            "/cases/" + ID + "/facts/lastSeen\"", "/cases/" + ID + "/facts/names?child=" + CHILD);
    assertThat(
            pages.of(Language.ENGLISH, "cases/case.jte", page(Language.ENGLISH, "S", HELD, "dpo")))
        .doesNotContain("/facts/");
  }

  /** A later answer that it is not known takes no value away. */
  @Test
  void aFactComesFromTheNewestReportThatHasAValue() {
    var found = (ObjectNode) found("Strahinja", HELD);
    ObjectNode later = (ObjectNode) found.at("/reports/0").deepCopy();
    later.put("channel", "SMS").putObject("says").putObject("answers").put("lastSeen", "UNKNOWN");
    ((ArrayNode) found.path("reports")).add(later);

    CasePage page = story(Language.ENGLISH, "operator").of(found, "");

    assertThat(page.facts().getLast().source()).endsWith("Telephone");
  }

  @Test
  void aColleagueIsNoOpaqueId() {
    CasePage page = page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(page.story().getFirst().by()).startsWith("a colleague, ");
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page)).doesNotContain("p-100");
  }

  @Test
  void thePagesHeadingComesBeforeWhatIsNext() {
    String html =
        pages.of(Language.ENGLISH, "cases/case.jte", page(Language.ENGLISH, "Strahinja", HELD));

    assertThat(html.indexOf("<h1>")).isPositive().isLessThan(html.indexOf("<h2>"));
    assertThat(html).doesNotContain("role=\"button\"");
  }

  @Test
  void policeAreNamedByTheirDeskAndNotAsColleagues() {
    JsonNode found = found("Strahinja", RELEASED);
    for (String desk : List.of("desk-1", "desk-2")) {
      ((ArrayNode) found.path("timeline"))
          .addObject()
          .put("at", "2026-11-29T02:30:00Z")
          .put("subject", "police-notice/n")
          .put("type", "police-notice.acting.v1")
          .put("by", desk);
    }

    CasePage page = story(Language.ENGLISH, "operator").of(found, "");

    assertThat(CaseStory.namesDesks(found)).isTrue();
    assertThat(page.story().subList(0, 2))
        .extracting(CasePage.Entry::sentence)
        .containsOnly("Police are acting");
    assertThat(page.story().get(0).by()).startsWith("PU Novi Sad, ");
    assertThat(page.story().get(1).by()).startsWith("a police desk, ");
  }

  @Test
  void aReleasedReportIsNotAskedAboutAgain() {
    CasePage page = page(Language.ENGLISH, "Strahinja", RELEASED);

    assertThat(page.next().link()).isEmpty();
    assertThat(page.story().getLast().state())
        .isEqualTo("Police can read it (desk pu-beograd, ground: vital interest).");
  }

  @Test
  void nobodyReadsTheIdOfADesk() {
    String id = "3befee0e-7d0e-8589-b8d1-395a32a05d3d";
    JsonNode found = found("Strahinja", RELEASED.replace("pu-beograd", id));

    assertThat(CaseStory.namesDesks(found)).isTrue();
    assertThat(story(Language.ENGLISH, "operator").of(found, "").story().getLast().state())
        .isEqualTo("Police can read it (a police desk, ground: vital interest).");
  }

  @Test
  void whatComesAfterAReleaseIsSentAsAChange() {
    ObjectNode found = (ObjectNode) found("Strahinja", RELEASED);
    ObjectNode second = (ObjectNode) found.path("reports").path(0).deepCopy();
    second.set("policeRelease", Json.mapper().readTree(HELD));
    ((ArrayNode) found.path("reports")).add(second);

    CasePage page = story("operator").of(found, "");

    assertThat(page.next().what()).isEqualTo("Send this change to police");
  }

  @Test
  void rulingsAndChildrenAreToldInSentences() {
    ObjectNode found = (ObjectNode) found("Strahinja", RELEASED);
    found.put("standing", "FROZEN");
    found.set(
        "freeze",
        Json.mapper()
            .readTree("{\"number\": 1, \"at\": \"2026-11-29T02:30:00Z\", \"by\": \"p-1001\"}"));
    found.set(
        "children",
        Json.mapper().readTree("{\"" + CHILD + "\": {\"status\": \"LOCATED_UNVERIFIED\"}}"));

    CasePage page = story("supervisor").of(found, "");

    assertThat(page.story().getFirst().sentence()).startsWith("Frozen");
    assertThat(page.story().getFirst().by()).startsWith("you, ");
    assertThat(page.children())
        .containsExactly("Strahinja, boy, 9 years: somebody says found. Nobody has confirmed it.");
    assertThat(page.decisions())
        .extracting(CasePage.Link::text)
        .containsExactly(
            "Add a call, a correction or a child",
            "End the search",
            "Police checked custody and protection orders",
            "Lift the freeze");
  }

  @Test
  void wordOfPoliceAboutOrdersIsToldAndNotAskedForAgain() {
    ObjectNode found = (ObjectNode) found("Strahinja", RELEASED);
    String check =
        """
        {"at": "2026-11-29T02:30:00Z", "by": "p-1001", "finding": "FOUND", "reference": "KU 417/26",
         "officer": "Marković", "orders": "The father must stay away."}""";
    found.set("orders", Json.mapper().readTree("[" + check + "]"));
    found.set("ordersChecked", Json.mapper().readTree(check));

    CasePage page = story("supervisor").of(found, "");

    assertThat(page.story().getFirst().sentence())
        .isEqualTo(
            "Police found orders: reference KU 417/26, Marković. The father must stay away.");
    assertThat(page.lacks())
        .extracting(Lacks.Lack::who)
        .doesNotContain("No alert is approved without");
  }

  @Test
  void itIsSaidWhatOthersLackAndTheReasonOfAProposal() {
    ObjectNode found = (ObjectNode) found("Strahinja", HELD);
    ObjectNode report = (ObjectNode) found.path("reports").path(0);
    report.put("proposal", "HOLD");
    report.set(
        "rules", Json.mapper().readTree("[{\"rule\": \"caller-refuses\", \"finding\": \"HOLD\"}]"));

    CasePage held = story("operator").of(found, "");
    assertThat(held.next().why()).endsWith("The caller does not agree.");
    assertThat(held.lacks())
        .extracting(Lacks.Lack::what)
        .hasSize(4)
        .filteredOn(what -> !what.startsWith("the word of police"))
        .allMatch(what -> what.startsWith("everything"));

    CasePage released = page(Language.ENGLISH, "Strahinja", RELEASED);
    assertThat(released.lacks())
        .extracting(Lacks.Lack::who, Lacks.Lack::what)
        .containsExactly(
            tuple("Police lack", "Caller (not asked), Clothing (not asked)"),
            tuple(
                "A partner lacks",
                "What kind (not asked), Where to (not asked), Nationality (not asked), "
                    + "Languages (not asked)"),
            tuple("An alert lacks", "Clothing (not asked)"),
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
    CasePage page = story(Language.ENGLISH, "operator").of(found, "");

    assertThat(page.risk()).isEqualTo("UNKNOWN");
    assertThat(page.facts().getFirst().facts())
        .extracting(CasePage.Known::fact)
        .contains(new Fact("selfHarmRisk", "Danger of self-harm", "Not known", true));
    assertThat(page.facts().getFirst().notAsked())
        .extracting(CasePage.Link::text)
        .containsExactly("Height", "Eyes", "Clothing", "Health");
    assertThat(page.facts().getLast().notAsked())
        .extracting(CasePage.Link::to)
        .contains("/cases/" + ID + "/facts/companions")
        .doesNotContain("/cases/" + ID + "/facts/risk");
    assertThat(page.lacks().getFirst().what()).startsWith("Caller (not told), Clothing (known");
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page))
        .contains("Risk not known", "Nobody asked, as far as you can read");
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
    CasePage amended = story(Language.ENGLISH, "operator").of(found, "");
    assertThat(before(amended, "risk")).isEqualTo("before: Low risk");
    assertThat(before(amended, "lastSeen")).isEmpty();
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", amended)).contains("before: Low risk");

    report.remove("amended");
    var later = report.deepCopy().put("id", CHILD);
    ((ObjectNode) later.path("says")).putObject("risk").put("level", "MEDIUM");
    ((ArrayNode) found.path("reports")).add(later);
    CasePage joined = story(Language.ENGLISH, "operator").of(found, "");
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

    assertThat(story(Language.ENGLISH, "operator").of(found, "").facts())
        .allMatch(group -> group.notAsked().isEmpty());
  }

  private CaseStory story(String role) {
    return new CaseStory(
        pages.words(Language.ENGLISH), "rs", reader(role), RenderedPages.NOW, Map.of());
  }

  @Test
  void eachFactSaysWhereItCameFrom() {
    CasePage page = page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(page.facts())
        .extracting(CasePage.Group::title)
        .containsExactly("The child", "The episode");
    assertThat(page.facts())
        .flatExtracting(CasePage.Group::facts)
        .extracting(CasePage.Known::source)
        .containsOnly("03:00, Telephone");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileNamesAreNeverMarkup(Language language) {
    String plain = pages.of(language, "cases/case.jte", page(language, "Strahinja", HELD));
    for (String text : HostileTexts.all()) {
      String html = pages.of(language, "cases/case.jte", page(language, text, HELD));
      assertThat(HostileTexts.tags(html)).as(text).isEqualTo(HostileTexts.tags(plain));
    }
  }
}
