package org.homeward.console.alerts;

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
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** An alert is approved once, by somebody who has read it, whatever others do meanwhile. */
class DecidingTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String PATH = "/api/v1/alerts/" + ALERT;
  private static final String HASH = "a".repeat(64);

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn petar = new SignedIn("p-1004", "authority");
  private final Map<String, String> form =
      new HashMap<>(Map.of("key", "key-of-form", "hash", HASH, "read", "yes"));
  private AnsweringApi node;
  private DecideController decide;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    decide = new DecideController(node.api(petar.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    petar.close();
  }

  static String alert(String status, String more) {
    return """
        {"alert":"%s","case":"%s","status":"%s","exercise":false,"home":"rs","edition":1,
         "author":"p-1003","preview":"%s","previewAt":"2026-11-29T02:30:00Z","addressees":1240,
         "reference":"K7QX-2MRD","area":{"country":"RS","regions":["RS-01"]},
         "until":"2026-11-29T06:00:00Z","caseChanged":false,"leftOut":[]%s}"""
        .formatted(ALERT, CASE, status, HASH, more);
  }

  private static final String CHECKED =
      ",\"ordersChecked\":{\"reference\":\"KU 417/26\",\"finding\":\"FOUND\","
          + "\"at\":\"2026-11-29T02:30:00Z\"}";

  static final String UNCHECKED =
      alert("DRAFT", ",\"yours\":true,\"allowed\":[\"amend\",\"approve\",\"return\",\"cancel\"]");

  static final String WAITS = UNCHECKED.replace(",\"yours\"", CHECKED + ",\"yours\"");

  static final String LIVE =
      alert(
          "ACTIVE",
          """
          ,"allowed":["update","withdraw","freeze","cancel"],"holds":[],"approver":"p-1004",
           "approvedAt":"2026-11-29T02:39:00Z",
           "deliveries":{"alert":{"ACCEPTED":3},"end":{},"repeated":0}""");

  static String mails(String text) {
    return """
        {"hash":"%s","edition":1,"office":"Odeljenje","order":"K-17/26","mails":[
          {"language":"sr","subject":"Nestalo dete","text":%s,
           "end":{"subject":"Kraj","text":"Odjava: {leave}"}}]}"""
        .formatted(HASH, Json.mapper().writeValueAsString(text));
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

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void approvalSendsTheHashOfWhatThePageShowed() {
    node.then(200, "\"2\"", LIVE);

    var answer = decide.approve(request(), ALERT, form);

    assertThat(answer.getHeaders().getFirst("Location"))
        .isEqualTo("/alerts/" + ALERT + "?done=approved");
    assertThat(asked()).containsExactly("POST " + PATH + "/approve");
    assertThat(node.asked().getFirst().key()).isEqualTo("key-of-form");
    assertThat(node.asked().getFirst().body()).isEqualTo("{\"hash\":\"" + HASH + "\"}");
  }

  @Test
  void approvalNamesTheWordOfPoliceThatThePageShowed() {
    node.then(200, "\"2\"", LIVE);
    form.put("ordersAt", "2026-11-29T02:30:00Z");

    decide.approve(request(), ALERT, form);

    assertThat(node.asked().getFirst().body())
        .isEqualTo("{\"hash\":\"" + HASH + "\",\"ordersAt\":\"2026-11-29T02:30:00Z\"}");
  }

  /** Where the child was seen is for police and the case team; an authority is neither. */
  @Test
  void whoeverDecidesLearnsThatPoliceHaveALaterTipAndNotWhere() {
    form.remove("read");
    thenThePage(WAITS.replace("\"caseChanged\"", "\"seenSince\":true,\"caseChanged\""));

    var answer = decide.approve(request(), ALERT, form);

    assertThat(html(answer)).contains("Police have a tip of a later time");
    assertThat(asked()).noneMatch(what -> what.contains("/cases/"));
  }

  @Test
  void withoutTheTickNothingIsSentAndThePageNamesTheNumber() {
    form.remove("read");
    thenThePage(WAITS);

    var answer = decide.approve(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
    assertThat(html(answer))
        .contains("I read it. Send it to 1,240 people now.", "Nothing was sent", "North Bačka");
  }

  @Test
  void whatReachesNobodySaysSoAboveAndInTheTick() {
    form.remove("read");
    thenThePage(WAITS.replace("\"addressees\":1240", "\"addressees\":0"));

    String html = html(decide.approve(request(), ALERT, form));

    assertThat(html)
        .contains("hw-warning-line\">Nobody gets this", "Return it, so that its author")
        .contains("I approve it although nobody gets it.", "Approve it for nobody")
        .doesNotContain("Send it to 0 people", "Approve and send");
  }

  @Test
  void whatReachesSystemsOnlyIsNotSentToZeroPeople() {
    form.remove("read");
    thenThePage(
        WAITS.replace("\"addressees\":1240", "\"addressees\":2,\"byChannel\":{\"WEBHOOK\":2}"));

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("no volunteer gets it")
        .doesNotContain("Send it to 0 people", "Nobody gets this");
  }

  @Test
  void thePlaceOfTheLinkIsNamedInTheLanguageOfTheMail() {
    form.remove("read");
    thenThePage(WAITS);

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("Odjava: [lična veza za odjavu svakog primaoca]")
        .doesNotContain("each reader");
  }

  @Test
  void whatIsPausedKeepsItsNameAndItsEnd() {
    form.remove("read");
    thenThePage(
        LIVE.replace("\"ACTIVE\"", "\"FROZEN\"")
            .replace("\"holds\":[]", "\"holds\":[\"CASE_FROZEN\"]"));
    node.then(200, "", "{\"alert\":{},\"end\":{},\"repeated\":0,\"owed\":0}");

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("Paused", "K7QX-2MRD", "Ends by itself", "The case is frozen: nothing new")
        .doesNotContain("Ended", "Over since");
  }

  @Test
  void whatIsOverKeepsItsNameAndHasNoTimeLeft() {
    form.remove("read");
    thenThePage(
        LIVE.replace("\"ACTIVE\"", "\"ENDED\"")
            .replace("\"holds\":[]", "\"over\":\"2026-11-29T02:39:00Z\""));
    node.then(200, "", "{\"alert\":{},\"end\":{},\"repeated\":0,\"owed\":0}");

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("Ended", "K7QX-2MRD", "Over since")
        .doesNotContain("Ends by itself");
  }

  @Test
  void aStopAndAnEndSayHowTheyDiffer() {
    form.remove("read");
    thenThePage(LIVE);
    node.then(200, "", "{\"alert\":{},\"end\":{},\"repeated\":0,\"remaining\":0}");

    assertThat(html(decide.approve(request(), ALERT, form)))
        .contains("Stop this alert. Police still see the case.", "until two people lift the stop")
        .contains("aria-describedby=\"end-effect\"", "For good: nobody can let it go on.");
  }

  @Test
  void whatWasWrittenAnewMeanwhileIsShownAndNotApproved() {
    node.thenProblem(409, "other-preview");
    thenThePage(WAITS.replace(HASH, "b".repeat(64)));

    var answer = decide.approve(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(html(answer))
        .contains("changed since this page was shown", "value=\"" + "b".repeat(64) + "\"");
  }

  @Test
  void whoeverComesSecondSeesThatItGoesOutAlready() {
    node.thenProblem(409, "not-in-this-state");
    thenThePage(LIVE);
    node.then(
        200,
        "",
        "{\"alert\":{\"ACCEPTED\":3},\"end\":{},\"repeated\":0,\"remaining\":7,\"owed\":0}");

    var answer = decide.approve(request(), ALERT, form);

    assertThat(html(answer))
        .contains("Somebody was faster", "Going out", "Stop this alert")
        .doesNotContain("Approve and send");
  }

  @Test
  void anUnansweredApprovalMayBePressedAgain() {
    node.then(502, "", "");
    thenThePage(WAITS);

    var answer = decide.approve(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer)).contains("it is done once, however often you press");
  }

  @Test
  void aReturnCarriesReasonAndWordsAndWhatWasTypedComesBack() {
    form.put("reason", "UNCLEAR");
    form.put("words", "Which coat?\r\nBlue?");
    node.thenProblem(409, "not-in-this-state");
    thenThePage(WAITS);

    var answer = decide.giveBack(request(), ALERT, form);

    assertThat(node.asked().getFirst().body())
        .contains("\"reason\":\"UNCLEAR\"", "Which coat?\\nBlue?");
    assertThat(html(answer)).contains("Which coat?");
  }

  @Test
  void aStopIsOnePressAndSaysSo() {
    node.then(200, "", "{\"alert\":\"%s\",\"stop\":\"x\",\"status\":\"FROZEN\"}".formatted(ALERT));

    var answer = decide.stop(request(), ALERT, form);

    assertThat(answer.getHeaders().getFirst("Location")).endsWith("?done=stopped");
    assertThat(asked()).containsExactly("POST " + PATH + "/freeze");
  }

  @Test
  void theFirstWordProposesToLiftAndTheSecondLifts() {
    node.then(200, "", "{\"status\":\"STANDING\"}").then(200, "", "{\"status\":\"LIFTED\"}");

    assertThat(decide.lift(request(), ALERT, form).getHeaders().getFirst("Location"))
        .endsWith("?done=proposed");
    assertThat(decide.lift(request(), ALERT, form).getHeaders().getFirst("Location"))
        .endsWith("?done=lifted");
  }

  @Test
  void nothingEndsWithoutAReason() {
    thenThePage(LIVE);
    node.then(200, "", "{\"alert\":{},\"end\":{},\"repeated\":0,\"owed\":0}");

    var answer = decide.cancel(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
  }

  @Test
  void discardingADraftEndsNoAlertThatSomebodyHasApprovedMeanwhile() {
    form.put("why", "DRAFT");
    node.then(200, "\"2\"", LIVE);
    thenThePage(LIVE);
    node.then(200, "", "{\"alert\":{},\"end\":{},\"repeated\":0,\"owed\":0}");

    var answer = decide.cancel(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
    assertThat(html(answer))
        .contains("Somebody was faster", "value=\"WRONG_CHILD\"")
        .doesNotContain("value=\"DRAFT\"");
  }

  @Test
  void aDraftThatStillIsOneIsDiscarded() {
    form.put("why", "DRAFT");
    node.then(200, "\"1\"", WAITS).then(200, "", "{\"status\":\"ERASED\"}");

    assertThat(decide.cancel(request(), ALERT, form).getHeaders().getFirst("Location"))
        .isEqualTo("/alerts?state=RETURNED");
    assertThat(asked()).endsWith("POST " + PATH + "/cancel");
  }
}
