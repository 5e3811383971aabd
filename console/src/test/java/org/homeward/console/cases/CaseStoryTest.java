package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.console.cases.CaseSamples.CHILD;
import static org.homeward.console.cases.CaseSamples.HELD;
import static org.homeward.console.cases.CaseSamples.RELEASED;
import static org.homeward.console.cases.CaseSamples.found;

import java.util.List;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What happened in a case is told in sentences, with who did it. */
class CaseStoryTest {

  private final RenderedPages pages = new RenderedPages();
  private final CaseSamples cases = new CaseSamples(pages);

  @Test
  void aColleagueIsNoOpaqueId() {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", HELD);

    assertThat(page.story().getFirst().by()).startsWith("a colleague, ");
    assertThat(pages.of(Language.ENGLISH, "cases/case.jte", page)).doesNotContain("p-100");
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

    CasePage page = cases.story(Language.ENGLISH, "operator").of(found, "");

    assertThat(CaseStory.namesDesks(found)).isTrue();
    assertThat(page.story().subList(0, 2))
        .extracting(CasePage.Entry::sentence)
        .containsOnly("Police are acting");
    assertThat(page.story().get(0).by()).startsWith("PU Novi Sad, ");
    assertThat(page.story().get(1).by()).startsWith("a police desk, ");
  }

  @Test
  void aPartnerIsNoColleagueAndItsHandoverIsOneClickAway() {
    JsonNode found = found("Strahinja", RELEASED);
    ((ArrayNode) found.path("timeline"))
        .addObject()
        .put("at", "2026-11-29T02:30:00Z")
        .put("subject", "handover/h-1")
        .put("type", "handover.accepted.v1")
        .put("by", "p-2001");

    CasePage.Entry ours =
        cases.story(Language.ENGLISH, "operator").of(found, "").story().getFirst();
    ((ObjectNode) found).put("home", "gr");
    CasePage.Entry theirs =
        cases.story(Language.ENGLISH, "operator").of(found, "").story().getFirst();

    assertThat(ours.by()).startsWith("the partner, ");
    assertThat(ours.links())
        .containsExactly(new CasePage.Link("Open the handover", "/handovers/h-1"));
    assertThat(theirs.by()).as("accepted by somebody here").startsWith("a colleague, ");
  }

  @Test
  void aReleasedReportIsNotAskedAboutAgain() {
    CasePage page = cases.page(Language.ENGLISH, "Strahinja", RELEASED);

    assertThat(page.next().link()).isEmpty();
    assertThat(page.story().getLast().state())
        .isEqualTo("Police can read it (desk pu-beograd, ground: vital interest).");
  }

  @Test
  void nobodyReadsTheIdOfADesk() {
    String id = "3befee0e-7d0e-8589-b8d1-395a32a05d3d";
    JsonNode found = found("Strahinja", RELEASED.replace("pu-beograd", id));

    assertThat(CaseStory.namesDesks(found)).isTrue();
    assertThat(cases.story(Language.ENGLISH, "operator").of(found, "").story().getLast().state())
        .isEqualTo("Police can read it (a police desk, ground: vital interest).");
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

    CasePage page = cases.story(Language.ENGLISH, "supervisor").of(found, "");

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

    CasePage page = cases.story(Language.ENGLISH, "supervisor").of(found, "");

    assertThat(page.story().getFirst().sentence())
        .isEqualTo(
            "Police found orders: reference KU 417/26, Marković. The father must stay away.");
    assertThat(page.lacks())
        .extracting(Lacks.Lack::who)
        .doesNotContain("No alert is approved without");
  }
}
