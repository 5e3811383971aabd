package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is read to police on the telephone, and the record of the call. */
class PhonePageTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");
  private final Map<String, String> form =
      new HashMap<>(
          Map.of("key", "key-of-form", "seen", "\"3\"", "officer", "Mira", "desk", "", "ref", ""));
  private AnsweringApi node;
  private PhoneController phone;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var api = node.api(ana.tokens());
    phone =
        new PhoneController(
            api,
            rendered.pages(),
            new HttpDesks(api),
            "rs",
            Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("GET", "/cases");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private void theCaseSays(String text) {
    String said = Json.mapper().writeValueAsString(text);
    node.then(
            200,
            "\"3\"",
            """
            {"id": "%s", "exercise": false, "facts": {}, "reports": [{"id": "%s",
              "proposal": "HOLD", "rules": [], "policeRelease": {"status": "HELD"},
              "says": {"category": "RUNAWAY", "notes": {"language": "en", "text": "planted notes"},
                "circumstances": {"language": "en", "text": %s}}}]}
            """
                .formatted(ID, REPORT, said))
        .then(200, "", "{\"desks\": []}");
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private String page(String text) {
    theCaseSays(text);
    return html(phone.ask(request(), ID, REPORT));
  }

  private ResponseEntity<String> told() {
    return phone.told(request(), ID, REPORT, form);
  }

  @Test
  void onlyWhatPoliceMayKnowIsReadOutAndTheEffectStandsAboveTheButton() {
    String html = page("x");

    assertThat(html)
        .contains("Runaway", "RS-D6C8B7", "Do not read these out:", "Notes")
        .contains("value=\"2026-11-29T03:40\"")
        .contains("name=\"reason\"");
    assertThat(html.indexOf("Cannot be undone. Alerts may use these facts."))
        .isPositive()
        .isLessThan(html.indexOf("class=\"govuk-button\""));
    assertThat(html).doesNotContain("planted notes");
  }

  @Test
  void hostileTextsAreNeverMarkup() {
    String plain = page("x");
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(page(text))).as(text).isEqualTo(HostileTexts.tags(plain));
    }
  }

  @Test
  void aCallIsRecordedWithItsTimeAndWithoutWhatNobodyGave() {
    form.put("at", "2026-11-29T03:15");
    node.then(200, "\"4\"", "{}");

    assertThat(told().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=told");
    var asked = node.asked().getFirst();
    assertThat(asked.what()).endsWith(REPORT + "/release");
    assertThat(asked.seen()).isEqualTo("\"3\"");
    assertThat(Json.mapper().readTree(asked.body()))
        .isEqualTo(
            Json.mapper().readTree("{\"officer\": \"Mira\", \"at\": \"2026-11-29T02:15:00Z\"}"));
  }

  @Test
  void withoutAnOfficerNothingIsSentAndTheRestStaysAsTyped() {
    form.put("officer", " ");
    form.put("ref", "K 17");
    theCaseSays("x");

    ResponseEntity<String> answer = told();

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("id=\"officer-error\"", "value=\"K 17\"");
    assertThat(node.asked()).extracting(AnsweringApi.Asked::key).containsOnly("");
  }

  @Test
  void whoWasFasterIsNamedAndTheFormComesBack() {
    form.put("shown", "2026-11-29T02:30:00Z");
    node.thenProblem(412, "precondition-failed");
    node.then(
            200,
            "\"4\"",
            """
            {"id": "%s", "facts": {}, "standing": "FROZEN",
              "freeze": {"number": 1, "at": "2026-11-29T02:39:00Z", "by": "p-1002"},
              "reports": [{"id": "%s", "at": "2026-11-29T02:00:00Z", "channel": "PHONE",
                "by": "p-1001", "proposal": "RELEASE", "rules": [],
                "policeRelease": {"status": "HELD"}, "says": {}}]}
            """
                .formatted(ID, REPORT))
        .then(200, "", "{\"desks\": []}");

    ResponseEntity<String> answer = told();

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer))
        .contains("Somebody has changed the case", "value=\"Mira\"", "value=\"&#34;4&#34;\"")
        .contains("Since this page was shown:", "Frozen: nothing new goes out – a colleague")
        .doesNotContain("Report: Telephone");
  }

  private static String found(String notTo, String timeline) {
    return """
        {"id": "%s", "version": %d, "notTo": [%s], "reports": [], "timeline": [
          {"type": "alert.issued.v1", "at": "2026-11-29T02:10:00Z"}%s]}
        """
        .formatted(ID, timeline.length(), notTo, timeline);
  }

  private static final String ACTING =
      ",{\"type\": \"police-notice.acting.v1\", \"at\": \"2026-11-29T02:39:00Z\"}";

  /** Each answer of police makes another version of the case. */
  @Test
  void anAnswerOfPoliceMeanwhileDisturbsNobody() {
    form.put("was", HttpSeenCase.digest(Json.mapper().readTree(found("", ""))));
    node.thenProblem(412, "precondition-failed")
        .then(200, "\"4\"", found("", ACTING))
        .then(200, "\"5\"", "{}");

    assertThat(told().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=told");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"4\"");
    assertThat(node.asked().getLast().key()).isEqualTo(node.asked().getFirst().key());
  }

  @Test
  void anythingElseThatHasChangedIsAnotherCaseToDecideAbout() {
    String was = HttpSeenCase.digest(Json.mapper().readTree(found("", "")));

    for (String now :
        List.of(found("\"person:p-7\"", ""), found("", ACTING.replace("police", "x")))) {
      assertThat(HttpSeenCase.digest(Json.mapper().readTree(now))).isNotEqualTo(was);
    }
  }
}
