package org.homeward.console.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A call is logged once, and its intake begins once, whatever is pressed how often. */
class LoggingTest {

  private static final String CALL = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String DRAFT = "1b0e2c4e-1c0e-4ef1-93e1-d352a11e2750";
  private static final String LOG = "POST /api/v1/calls";
  private static final String READ = "GET /api/v1/calls/" + CALL;
  private static final String TIE = "POST /api/v1/calls/" + CALL + "/tie";
  private static final String LOGGED = "{\"call\":\"" + CALL + "\"}";

  private final RenderedPages rendered = new RenderedPages();
  private final Map<String, String> form = new HashMap<>();
  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;
  private CallsController calls;
  private CallController call;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    HttpApi api = node.api(ana.tokens());
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    calls = new CallsController(api, rendered.pages(), List.of("116000"), "rs", clock);
    call = new CallController(api, rendered.pages(), "rs", clock);
    form.putAll(
        Map.of(
            "key", "key-of-form",
            "direction", "IN",
            "answered", "true",
            "line", "116000",
            "number", " +381 64 1 ",
            "note", "line\r\nline",
            "ended", ""));
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/calls");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  private static String found(String more) {
    return """
        {"call":"%s","version":1,"exercise":false,"direction":"IN","answered":true,
         "at":"2026-11-29T02:30:00Z","number":"+381 64 1","loggedBy":"p-1001"%s}"""
        .formatted(CALL, more);
  }

  @Test
  void aCallIsLoggedAsItWasTyped() {
    form.put("ended", "NO_REQUEST");
    node.then(201, "\"1\"", LOGGED);

    var answer = calls.log(request(), form);

    assertThat(answer.getHeaders().getLocation()).hasToString("/calls?done=ended");
    assertThat(node.asked().getFirst().key()).isEqualTo("key-of-form");
    assertThat(node.asked().getFirst().body())
        .isEqualTo(
            "{\"exercise\":false,\"direction\":\"IN\",\"answered\":true,\"number\":\"+381 64 1\","
                + "\"note\":\"line\\nline\",\"line\":\"116000\",\"ended\":\"NO_REQUEST\"}");
  }

  @Test
  void anEmptyFormLogsNothing() {
    form.put("number", " ");
    form.remove("note");
    form.put("ended", "");
    node.then(200, "", "{\"calls\":[]}");

    var answer = calls.log(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("Nothing was logged.", "id=\"note-error\"");
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
  }

  @Test
  void intakeFromACallHasTheCallersNumberAndTheCallGoesWithIt() {
    form.put("do", "intake");
    node.then(201, "\"1\"", LOGGED)
        .then(200, "\"1\"", found(""))
        .then(201, "\"1\"", "{\"draft\":\"" + DRAFT + "\"}")
        .then(200, "\"2\"", LOGGED);

    var answer = calls.log(request(), form);

    assertThat(answer.getHeaders().getLocation()).hasToString("/intake/drafts/" + DRAFT);
    assertThat(asked()).containsExactly(LOG, READ, "POST /api/v1/drafts", TIE);
    assertThat(node.asked().get(2).body()).contains("/says/reporter/phone", "+381 64 1");
    assertThat(node.asked().get(3).body()).isEqualTo("{\"draft\":\"" + DRAFT + "\"}");
    assertThat(node.asked().get(3).seen()).isEqualTo("\"1\"");
  }

  @Test
  void aCallWhoseIntakeCouldNotBeginIsLoggedAndItsPageSaysSo() {
    form.put("do", "intake");
    node.then(201, "\"1\"", LOGGED).then(503, "", "");

    assertThat(calls.log(request(), form).getHeaders().getLocation())
        .hasToString("/calls/" + CALL + "?done=logged");

    node.then(200, "\"1\"", found(""))
        .then(200, "", "{\"drafts\":[]}")
        .then(200, "", "{\"cases\":[]}");
    assertThat(html(call.read(request(), CALL, "logged"))).contains("The call is logged.");
  }

  @Test
  void whoeverPressesAgainIsLedToTheIntakeThatWasBegun() {
    node.then(200, "\"2\"", found(",\"draft\":\"" + DRAFT + "\""));

    var answer = call.beginIntake(request(), CALL);

    assertThat(answer.getHeaders().getLocation()).hasToString("/intake/drafts/" + DRAFT);
    assertThat(asked()).containsExactly(READ);
  }

  @Test
  void aColleagueWhoWasQuickerIsFollowed() {
    node.then(200, "\"1\"", found(""))
        .then(201, "\"1\"", "{\"draft\":\"" + CALL + "\"}")
        .thenProblem(412, "precondition-failed")
        .then(200, "\"2\"", found(",\"draft\":\"" + DRAFT + "\""));

    assertThat(call.beginIntake(request(), CALL).getHeaders().getLocation())
        .hasToString("/intake/drafts/" + DRAFT);
  }

  @Test
  void aLostAnswerKeepsWhatWasTypedAndTheKey() {
    node.then(503, "", "");

    var answer = calls.log(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer))
        .contains("value=\"key-of-form\"", "line\r\nline", "done once")
        .contains("Cases cannot be reached now")
        .doesNotContain(rendered.words(Language.ENGLISH).say("calls.empty"));
  }

  @Test
  void aRefusalStandsBesideItsField() {
    node.then(
            422,
            "",
            """
            {"type":"urn:homeward:problem:invalid",
             "errors":[{"pointer":"/note","rule":"too-long"}]}""")
        .then(200, "", "{\"calls\":[]}");

    var answer = calls.log(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("id=\"note-error\"", "+381 64 1");
  }

  @Test
  void aCallThatAColleagueHasChangedIsShownAsItIsNow() {
    node.thenProblem(412, "precondition-failed")
        .then(200, "\"2\"", found(",\"ended\":\"PRANK\""))
        .then(200, "", "{\"drafts\":[]}")
        .then(200, "", "{\"cases\":[]}");

    var answer = call.end(request(), CALL, Map.of("key", "k", "seen", "\"1\"", "ended", "SILENT"));

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer)).contains("Prank call", "Somebody has changed this call");
  }

  @Test
  void aWrongTieIsCorrectedWithAReason() {
    node.then(200, "", "{\"call\":\"" + CALL + "\"}");

    var answer =
        call.correct(
            request(),
            CALL,
            Map.of("key", "k", "seen", "\"1\"", "to", "case/" + DRAFT, "reason", "mixed up"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/calls?done=corrected");
    assertThat(node.asked().getLast().what()).isEqualTo("POST /api/v1/calls/" + CALL + "/correct");
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"case\":\"" + DRAFT + "\",\"reason\":\"mixed up\"}");
  }

  @Test
  void onlyCallsOfTodayStandOnTheFirstPage() {
    node.then(
        200,
        "",
        """
        {"calls":[%s,{"call":"%s","direction":"IN","answered":true,"note":"of yesterday",
         "at":"2026-11-28T20:00:00Z"}]}"""
            .formatted(found(",\"note\":\"of today\""), DRAFT));

    assertThat(html(calls.read(request(), false, false, "", "")))
        .contains("of today")
        .doesNotContain("of yesterday");
  }
}
