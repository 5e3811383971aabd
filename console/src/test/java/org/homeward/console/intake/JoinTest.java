package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** One more call about a case: of a child that is known, of another one, or of none. */
class JoinTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";

  private final RenderedPages rendered = new RenderedPages();
  private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;
  private IntakeController intake;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var api = node.api(ana.tokens());
    intake =
        new IntakeController(
            api, new HttpDrafts(api), new HttpJoins(api, "rs"), rendered.pages(), "RS");
    form.set("key", "key-of-form");
    form.set("channel", "PHONE");
    form.set("danger", "NO");
    form.set("case", ID);
    form.set("exercise", "true");
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/intake");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private void theCase(String notTo) {
    node.then(
        200,
        "",
        """
        {"id": "%s", "exercise": true, "notTo": [%s], "children": {"%s": {"status": "MISSING"}},
         "facts": {"children": {"%s": {"sex": "MALE"}}}}
        """
            .formatted(ID, notTo, CHILD, CHILD));
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private JsonNode filed() {
    node.then(201, "", "{\"case\": \"" + ID + "\"}");
    var answer = intake.file(request(), form);
    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=joined");
    assertThat(node.asked().getLast().what()).isEqualTo("POST /api/v1/cases/" + ID + "/reports");
    return Json.mapper().readTree(node.asked().getLast().body());
  }

  @Test
  void theFormNamesTheCaseAndItsChildrenAndIsAnExerciseLikeIt() {
    theCase("");
    theCase("");

    String html = html(intake.ask(request(), false, ID));

    assertThat(html)
        .contains("One more call about this case", "value=\"" + CHILD + "\"", "Boy", "hw-exercise")
        .contains("<hw-saving>");
  }

  @Test
  void aCaseThatIsKeptFromSomebodyIsNotInADraftThatTheTeamFinds() {
    theCase("\"person:p-7\"");
    theCase("\"person:p-7\"");

    assertThat(html(intake.ask(request(), false, ID)))
        .contains("It is not saved while you type")
        .doesNotContain("<hw-saving>");
  }

  @Test
  void aCallAboutNoChildSaysNothingOfOne() {
    form.set("notes", "x");

    JsonNode body = filed();

    assertThat(body.has("newChildren")).isFalse();
    assertThat(body.at("/says/children").isMissingNode()).isTrue();
    assertThat(body.path("exercise").asBoolean()).isTrue();
  }

  @Test
  void whatIsSaidOfAKnownChildIsSaidOfThatChild() {
    form.set("about", CHILD);
    form.set("age", "9");

    JsonNode body = filed();

    assertThat(body.at("/says/children/" + CHILD + "/ageYears/from").asInt()).isEqualTo(9);
    assertThat(body.has("newChildren")).isFalse();
  }

  @Test
  void aSecondChildJoinsTheCase() {
    form.set("about", "ANOTHER");
    form.set("age", "7");

    assertThat(filed().at("/newChildren/0/ageYears/from").asInt()).isEqualTo(7);
  }

  @Test
  void factsOfAChildNeedToBeOfOne() {
    form.set("age", "9");
    theCase("");

    var answer = intake.file(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("Say about which child this is.", "value=\"9\"");
    assertThat(node.asked()).extracting(AnsweringApi.Asked::key).containsOnly("");
  }

  @Test
  void aRefusedFactOfAKnownChildIsShownAtItsQuestion() {
    form.set("about", CHILD);
    form.set("age", "900");
    node.then(
        422,
        "",
        """
        {"type": "urn:homeward:problem:invalid",
         "errors": [{"pointer": "/says/children/%s/ageYears/from", "rule": "out-of-range"}]}
        """
            .formatted(CHILD));
    theCase("");

    assertThat(html(intake.file(request(), form))).contains("id=\"age-error\"");
  }

  @Test
  void aDraftKnowsWhichCaseItIsAbout() {
    form.set("about", CHILD);

    Typed again = DraftBody.typed(DraftBody.of(new Typed(form)));

    assertThat(again.of("case")).isEqualTo(ID);
    assertThat(again.of("about")).isEqualTo(CHILD);
  }
}
