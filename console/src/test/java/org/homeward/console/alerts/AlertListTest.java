package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whoever decides knows from the list where an alert goes, to whom and for how long. */
class AlertListTest {

  private static final String LINE =
      """
      {"alerts": [{"alert": "893c3a1e-1c0e-4ef1-93e1-d352a11e274f", "edition": 1,
        "case": "d6c8b734-aa8c-4069-a7be-1bb6c07374ad", "status": "%s", "exercise": false,
        "since": "2026-11-29T02:30:00Z", "audience": "VOLUNTEER", "reference": "K7QX-2MRD",
        "area": {"country": "RS", "regions": ["RS-01"]}, "until": "2026-11-29T06:00:00Z",
        "addressees": 1240%s}]}""";
  private static final String WAITS = ", \"author\": \"p-1003\", \"yours\": true";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn petar = new SignedIn("p-1004", "authority");
  private AnsweringApi node;
  private AlertsController alerts;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    alerts = new AlertsController(node.api(petar.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    petar.close();
  }

  private String list(String status, String more) {
    node.then(200, "", LINE.formatted(status, more)).then(200, "", "{\"stops\": []}");
    var request = new MockHttpServletRequest("GET", "/alerts");
    request.addHeader("Accept-Language", "en");
    return Optional.ofNullable(alerts.alerts(request, "WAITING", "").getBody()).orElseThrow();
  }

  @Test
  void aLineNamesAreaReadersTimeAndAuthor() {
    assertThat(list("DRAFT", WAITS))
        .contains("North Bačka · Volunteers, 1,240 people")
        .contains("Ends by itself 07:00 (in 3 hours)", "Draft", "Waits for you")
        .contains("Written by a supervisor of the hotline")
        .doesNotContain("a colleague");
  }

  @Test
  void anAuthorWhomTheReaderMayKnowIsNamed() {
    rendered.knowing("p-1003", "Jelena");

    assertThat(list("DRAFT", WAITS)).contains("Written by Jelena");
  }

  @Test
  void whatIsOverHasNoTimeLeft() {
    assertThat(list("ENDED", "")).contains("Ended").doesNotContain("Ends by itself");
  }
}
