package org.homeward.console.work;

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
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.node.JsonNodeFactory;

/** Notes, call-backs and tasks as pages, and their forms as requests. */
class WorkPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CASE = "/api/v1/cases/" + ID;

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;
  private WorkController work;
  private TasksController tasks;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    work = new WorkController(node.api(ana.tokens()), pages.pages(), "rs", clock);
    tasks = new TasksController(node.api(ana.tokens()), pages.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static TaskLine line(String text) {
    return new TaskLine(
        ID,
        ID,
        "RS-D6C8B7",
        text,
        text,
        text,
        true,
        text,
        true,
        false,
        true,
        List.of("REACHED", "NOT_REACHED"),
        "/cases/" + ID + "/work/" + ID + "/done",
        "/cases/" + ID,
        "key");
  }

  @Test
  void aProposalIsReadAtItsHandoverAndIsNotLateWhenItComes() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", "READ_PROPOSAL.handover." + ID).put("kind", "READ_PROPOSAL").put("case", ID);
    json.put("due", RenderedPages.NOW.toString());
    var lines = new TaskLines(pages.words(Language.ENGLISH), "rs", "p-1001", RenderedPages.NOW);
    TaskLine proposal = lines.of(json).orElseThrow();
    json.put("id", ID).put("kind", "CALL_BACK");
    TaskLine call = lines.of(json).orElseThrow();

    assertThat(proposal.readAt()).isEqualTo("/handovers/" + ID);
    assertThat(proposal.overdue()).isFalse();
    assertThat(call.readAt()).isEmpty();
    assertThat(call.overdue()).isTrue();
  }

  @Test
  void whatADeedTicksOffLeadsToTheDeedAndNobodySaysItWithoutThat() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", ID).put("kind", "CHECKLIST").put("case", ID).put("code", "RISK_ASSESSED");
    var lines = new TaskLines(pages.words(Language.ENGLISH), "rs", "p-1001", RenderedPages.NOW);
    TaskLine risk = lines.of(json).orElseThrow();
    TaskLine other = lines.of(json.put("code", "BORDER_NOTICE")).orElseThrow();

    assertThat(risk.done()).isEmpty();
    assertThat(risk.openAt()).isEqualTo("/cases/" + ID + "/risk");
    assertThat(risk.isDoneThere()).isTrue();
    assertThat(other.done()).containsExactly("DONE");
    assertThat(other.isDoneThere()).isFalse();
  }

  @Test
  void aTaskOfACareFileLeadsToItsPageAndIsNoTaskOfACase() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", "REFERRAL." + ID).put("kind", "REFERRAL").put("careFile", "f");
    json.put("due", RenderedPages.NOW.toString()).put("owner", "p-1001");
    var lines = new TaskLines(pages.words(Language.ENGLISH), "rs", "p-1001", RenderedPages.NOW);

    TasksPage.OfFile step = lines.ofFile(json).orElseThrow();
    assertThat(step.page()).isEqualTo("/care-files/f/referrals/" + ID);
    assertThat(step.said()).startsWith("Next step of a referral · ");
    assertThat(step.overdue()).isTrue();
    assertThat(lines.of(json)).isEmpty();
    json.put("id", "REVIEW_PLAN.f").put("kind", "REVIEW_PLAN");
    assertThat(lines.ofFile(json).orElseThrow().page()).isEqualTo("/care-files/f/support");
    json.put("kind", "CHECK_CARE_FILE");
    assertThat(lines.ofFile(json)).as("one of the officer").isEmpty();
  }

  private static WorkPage sheet(String text) {
    return new WorkPage(
        ID,
        "RS-D6C8B7",
        true,
        true,
        List.of(new WorkPage.Item(line(text), text, text)),
        List.of(
            new WorkPage.Check(line(text), text, text, "", "", ""),
            new WorkPage.Check(line(text), text, text, text, text, text)),
        List.of(new WorkPage.Over(text, text, text)),
        List.of(new WorkPage.Written(text, text)),
        List.of(new WorkPage.Called(ID, text, text, text, text)),
        Map.of("text", text, "what", text, "whom", text, "number", text, "mustNotLearn", text),
        Map.of("", text, "text", text, "call-at", text),
        text,
        "key");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextsAreNeverMarkup(Language language) {
    Map<String, List<String>> plain = new HashMap<>();
    for (String template : List.of("work/work.jte", "work/region.jte")) {
      plain.put(template, HostileTexts.tags(pages.of(language, template, sheet("x"))));
    }
    var list = HostileTexts.tags(pages.of(language, "work/tasks.jte", list("x")));
    for (String text : HostileTexts.all()) {
      plain.forEach(
          (template, tags) ->
              assertThat(HostileTexts.tags(pages.of(language, template, sheet(text))))
                  .as(text)
                  .isEqualTo(tags));
      assertThat(HostileTexts.tags(pages.of(language, "work/tasks.jte", list(text))))
          .as(text)
          .isEqualTo(list);
    }
  }

  private static TasksPage list(String text) {
    var waits = new TasksPage.Unconfirmed("webhooks", "w-1", text);
    return new TasksPage(
        "MINE",
        text,
        List.of(line(text)),
        false,
        List.of(waits),
        List.of(new TasksPage.Silent(ID, text)),
        List.of(new TasksPage.OfFile("/care-files/" + ID + "/support", text, true, true)));
  }

  @ParameterizedTest
  @CsvSource({"ALL", "MINE", "UNASSIGNED", "OVERDUE"})
  void anEmptyListSaysWhatToDo(String of) {
    for (Language language : Language.ready()) {
      assertThat(
              pages.of(
                  language,
                  "work/tasks.jte",
                  new TasksPage(of, "", List.of(), false, List.of(), List.of(), List.of())))
          .contains(pages.words(language).say("tasks.empty." + of));
    }
  }

  @Test
  void aListThatIsNotAllSaysIt() {
    for (Language language : Language.ready()) {
      String said = pages.words(language).say("tasks.more");
      var more =
          new TasksPage("ALL", "", List.of(line("x")), true, List.of(), List.of(), List.of());
      assertThat(pages.of(language, "work/tasks.jte", more)).contains(said);
      assertThat(pages.of(language, "work/tasks.jte", list("x"))).doesNotContain(said);
    }
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/tasks");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private Asked sent() {
    return node.asked().getFirst();
  }

  @Test
  void aTaskIsTakenFromTheListAndTheListComesBack() {
    node.then(200, "", "{\"case\":\"" + ID + "\"}");

    var answer =
        work.hand(
            request(), ID, ID, Map.of("key", "k-1", "to", "me", "back", "tasks", "of", "MINE"));

    assertThat(sent().what()).isEqualTo("POST " + CASE + "/tasks/" + ID + "/owner");
    assertThat(sent().body()).isEqualTo("{\"owner\":\"p-1001\"}");
    assertThat(answer.getHeaders().getLocation()).hasToString("/tasks?of=MINE&done=handed");
  }

  @Test
  void whatIsGivenBackIsAnybodys() {
    node.then(200, "", "{\"case\":\"" + ID + "\"}");

    work.hand(request(), ID, ID, Map.of("key", "k-1", "to", "all"));

    assertThat(sent().body()).isEqualTo("{}");
  }

  @Test
  void aCallBackIsDueSoLongAfterItsFormWasShownHoweverOftenItIsSent() {
    Map<String, String> form =
        Map.of(
            "call-key",
            "k-1-call",
            "whom",
            "the aunt",
            "mustNotLearn",
            "who we are",
            "call-in",
            "30",
            "shown",
            "2026-11-29T02:00:00Z");
    node.then(503, "", "").then(200, "", "{\"case\":\"" + ID + "\"}");

    String again = Optional.ofNullable(work.callBack(request(), ID, form).getBody()).orElseThrow();
    work.callBack(request(), ID, form);

    assertThat(again)
        .contains("the aunt", "who we are", "done once")
        .contains("value=\"k-1-call\"", "value=\"2026-11-29T02:00:00Z\"")
        .doesNotContain(pages.words(Language.ENGLISH).say("work.empty"));
    assertThat(node.asked().getLast()).isEqualTo(sent());
    assertThat(sent().body())
        .isEqualTo(
            "{\"whom\":\"the aunt\",\"mustNotLearn\":\"who we are\","
                + "\"due\":\"2026-11-29T02:30:00Z\"}");
  }

  /** One that was pressed and not answered keeps its key while another is pressed. */
  @Test
  void whatIsTypedInTheOtherFormsStaysInThem() {
    Map<String, String> form =
        Map.of("note-key", "k-n", "text", "words of it", "call-key", "k-c", "whom", "the aunt");
    node.then(200, "", "{\"case\":\"" + ID + "\"}")
        .then(200, "", "{\"items\":[],\"notes\":[],\"exercise\":false}")
        .then(200, "", "{\"calls\":[]}");

    var answer = work.note(request(), ID, form);

    assertThat(sent().key()).isEqualTo("k-n");
    assertThat(sent().body()).isEqualTo("{\"text\":\"words of it\"}");
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(Optional.ofNullable(answer.getBody()).orElseThrow())
        .contains(pages.words(Language.ENGLISH).say("work.done.noted"))
        .contains("value=\"the aunt\"", "value=\"k-c\"")
        .doesNotContain("words of it", "value=\"k-n\"");
  }

  @Test
  void whereNothingElseIsTypedThePageIsReadAgain() {
    node.then(200, "", "{\"case\":\"" + ID + "\"}");

    var answer = work.note(request(), ID, Map.of("note-key", "k-n", "text", "a note"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "/work?done=noted");
  }

  @Test
  void aTimeIsThatOfTheHotline() {
    node.then(200, "", "{\"case\":\"" + ID + "\"}");

    work.action(
        request(),
        ID,
        Map.of(
            "action-key",
            "k-1",
            "what",
            "ask",
            "action-at",
            "2026-11-29T07:00",
            "action-in",
            "30"));

    assertThat(sent().body()).contains("\"due\":\"2026-11-29T06:00:00Z\"");
  }

  @Test
  void aTaskIsHandedOnByName() {
    pages.knowing("p-1002", "Marko <b>");
    node.then(200, "", "{\"case\":\"" + ID + "\"}");

    assertThat(pages.of(Language.ENGLISH, "work/work.jte", sheet("x")))
        .contains("<option value=\"p-1002\">Marko &lt;b&gt;</option>");
    work.hand(request(), ID, ID, Map.of("key", "k-1", "to", "name", "owner", "p-1002"));
    assertThat(sent().body()).isEqualTo("{\"owner\":\"p-1002\"}");
  }

  @Test
  void theListShowsClocksAndWhoDoesIt() {
    node.then(
        200,
        "",
        """
        {"tasks":[
          {"id":"%1$s","kind":"CALL_BACK","case":"%1$s","exercise":false,"what":"the aunt",
           "due":"2026-11-29T02:30:00Z","overdue":true,"owner":"p-1001"},
          {"id":"REVIEW_HELD_REPORT.report.x","kind":"REVIEW_HELD_REPORT","case":"%1$s",
           "exercise":false,"due":"2026-11-29T02:52:00Z","overdue":false},
          {"id":"CHECK_DESK.desk.x","kind":"CHECK_DESK"}]}"""
            .formatted(ID));

    String html = Optional.ofNullable(tasks.read(request(), "ALL", "").getBody()).orElseThrow();

    assertThat(html)
        .contains("Overdue · 10 minutes ago · 03:30", "in 12 minutes · 03:52")
        .contains("the aunt", "you", "nobody yet", "Not reached")
        .doesNotContain("CHECK_DESK");
  }

  @Test
  void aSupervisorIsAskedAboutSystemsAndPhonesThatNobodyHasConfirmed() {
    String waits =
        """
        {"%1$s":[{"id":"%1$s-1","name":"Red <b>","state":"UNCONFIRMED"},
                 {"id":"%1$s-2","name":"Known","state":"LIVE"}]}""";
    try (var jelena = new SignedIn("p-1003", "supervisor")) {
      node.then(200, "", "{\"tasks\":[]}")
          .then(200, "", waits.formatted("webhooks"))
          .then(200, "", waits.formatted("phones"))
          .then(200, "", "{\"alerts\":[{\"alert\":\"alert-1\",\"silent\":2}]}");
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      var list = new TasksController(node.api(jelena.tokens()), pages.pages(), "rs", clock);

      assertThat(Optional.ofNullable(list.list(request(), "ALL").getBody()).orElseThrow())
          .contains("href=\"/registers/webhooks/webhooks-1\"", "Red &lt;b&gt;", "duty phone")
          .contains("href=\"/registers/phones/phones-1\"")
          .contains("href=\"/alerts/alert-1/organisations\"", "2 organisations are silent")
          .doesNotContain("Known");
    }
  }

  @Test
  void whoConfirmsNothingIsNotAskedAndATaskListNeedsNoOtherService() {
    node.then(200, "", "{\"tasks\":[]}").thenProblem(503, "unavailable");

    tasks.list(request(), "ALL");

    assertThat(node.asked().stream().map(AnsweringApi.Asked::what))
        .containsExactly("GET /api/v1/tasks?limit=200&of=ALL", "GET /api/v1/answers");
  }
}
