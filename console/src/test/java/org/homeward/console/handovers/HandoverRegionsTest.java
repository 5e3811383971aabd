package org.homeward.console.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.partners.HttpPartners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** An open page shows what has become of its handover, and the moves that are left. */
class HandoverRegionsTest {

  private static final String ONE = "/api/v1/handovers/" + HandoverSamples.ID;
  private static final String PAGE = "/handovers/" + HandoverSamples.ID;
  private static final String NO_PARTNERS = "{\"partners\":[]}";
  private static final String NOTHING_TOLD = "{\"disclosures\":[]}";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn eleni = new SignedIn("p-2005", "partner-desk");
  private AnsweringApi node;
  private HandoversController handovers;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    HttpApi api = node.api(eleni.tokens());
    Clock clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    var partners = new HttpPartners(api);
    var asking = new HttpHandovers(api, partners, rendered.pages(), "gr", clock);
    handovers = new HandoversController(api, asking, partners, rendered.pages(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    eleni.close();
  }

  private static ObjectNode held(String status) {
    return HandoverSamples.plain("HOLDER", status).put("scope", "MINIMUM");
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void theStateIsReadWithoutTheFacts() {
    node.then(200, "\"5\"", held("RELEASED").toString()).then(200, "", NO_PARTNERS);

    ResponseEntity<String> answer =
        handovers.state(RenderedPages.request(Language.ENGLISH), HandoverSamples.ID, "check");

    assertThat(html(answer))
        .contains(PAGE + "/check")
        .doesNotContain("<html", "/accept", "id=\"news\"");
    assertThat(node.asked())
        .extracting(Asked::what)
        .containsExactly("GET " + ONE, "GET /api/v1/partners");
  }

  @Test
  void whatIsOverHasNoMoveLeft() {
    node.then(200, "\"6\"", held("RECALLED").toString()).then(200, "", NO_PARTNERS);

    ResponseEntity<String> answer =
        handovers.state(RenderedPages.request(Language.ENGLISH), HandoverSamples.ID, "check");

    assertThat(html(answer))
        .contains(
            "Nothing is to be done here any more", "<div id=\"news\" hx-swap-oob=\"true\"></div>")
        .doesNotContain("<a", "govuk-button");
  }

  @Test
  void theStoryIsWhatThePageToldWhenItWasOpened() {
    String content = HandoverSamples.content("Lenka").toString();
    node.then(200, "\"5\"", held("RELEASED").toString())
        .then(200, "", NOTHING_TOLD)
        .then(200, "", NO_PARTNERS)
        .then(200, "", content);

    ResponseEntity<String> answer =
        handovers.storyAlone(RenderedPages.request(Language.ENGLISH), HandoverSamples.ID);

    assertThat(html(answer)).contains("Lenka").doesNotContain("<html", "/check");
  }

  /** A region that is replaced holds nothing that somebody could be typing. */
  @Test
  void bothPartsListenToThisHandoverAndHoldNoForm() {
    HandoverPage page =
        HandoverSamples.page(rendered, Language.ENGLISH, held("RELEASED"), "supervisor", "rs");
    String html = rendered.of(Language.ENGLISH, "handovers/handover.jte", page);

    for (String part : new String[] {"state", "story"}) {
      assertThat(html)
          .contains(
              "data-live=\"handover\" data-live-id=\"" + HandoverSamples.ID + "\"",
              "hx-get=\"" + PAGE + "/" + part);
      assertThat(rendered.of(Language.ENGLISH, "handovers/" + part + ".jte", page))
          .doesNotContain("<form", "<input", "<textarea", "<select");
    }
  }
}
