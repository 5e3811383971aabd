package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.console.alerts.DecidingTest.UNCHECKED;
import static org.homeward.console.alerts.DecidingTest.WAITS;
import static org.homeward.console.alerts.DecidingTest.mails;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Nobody approves an alert before police have said whether there are orders. */
class WaitingForPoliceTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn petar = new SignedIn("p-1004", "authority");
  private final Map<String, String> form =
      new HashMap<>(Map.of("key", "key-of-form", "read", "yes"));
  private AnsweringApi node;
  private DecideController decide;
  private AlertsController alerts;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    var api = node.api(petar.tokens());
    decide = new DecideController(api, rendered.pages(), "rs", clock);
    alerts = new AlertsController(api, rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    petar.close();
  }

  private void thenThePage(String alert) {
    node.then(200, "\"1\"", alert).then(200, "", mails("Ime: Bojan. Odjava: {leave}"));
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/alerts/" + ALERT);
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void withoutTheWordOfPoliceThePageSaysWhereItIsRecorded() {
    node.thenProblem(409, "orders-not-checked");
    thenThePage(UNCHECKED);

    var answer = decide.approve(request(), ALERT, form);

    assertThat(html(answer))
        .contains("Once their reference is recorded", "nobody can approve this.")
        .contains("hx-get=\"/alerts/" + ALERT + "/orders\"");
  }

  @Test
  void withoutTheWordOfPoliceNoApprovalIsOffered() {
    form.remove("read");
    thenThePage(UNCHECKED);

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("and first for police", "An operator or supervisor of the hotline records it")
        .contains("/alerts/" + ALERT + "/return\"")
        .doesNotContain("/alerts/" + ALERT + "/approve\"", "Approve and send", "#decide");
  }

  @Test
  void theWordThatComesLeadsToTheAlertAndApprovesNothing() {
    node.then(200, "\"1\"", UNCHECKED).then(200, "\"1\"", WAITS);

    assertThat(html(alerts.orders(request(), ALERT))).contains("have not checked");
    assertThat(html(alerts.orders(request(), ALERT)))
        .contains("recorded now", "href=\"/alerts/" + ALERT + "\"")
        .doesNotContain("<form", "have not checked");
  }

  @Test
  void theWordOfPoliceStandsAboveWhatIsApproved() {
    form.remove("read");
    thenThePage(WAITS);

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("<p class=\"hw-warning-line\">Custody and protection orders: police found one")
        .contains("police found one, reference KU 417/26")
        .contains("name=\"ordersAt\" value=\"2026-11-29T02:30:00Z\"")
        .contains("/alerts/" + ALERT + "/approve\"")
        .doesNotContain("nobody can approve this.");
  }
}
