package org.homeward.console.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.work.TaskLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** The shift as pages, and its forms as requests. */
class ShiftPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CASE = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String NOTHING_OPEN = "GET /api/v1/drafts?limit=200";

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;
  private ShiftController shift;
  private LeaveController leave;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    shift = new ShiftController(node.api(ana.tokens()), pages.pages(), "rs", clock);
    leave = new LeaveController(node.api(ana.tokens()), pages.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static OpenWork open(String text) {
    var task =
        new TaskLine(
            ID, ID, text, text, text, text, true, text, true, false, true, List.of(), "/x", "/y",
            "key");
    var line = new OpenWork.Line(ID, text, text, text, true, true);
    return new OpenWork(List.of(line), List.of(line), List.of(task), true, true);
  }

  private static ShiftPage page(String text, OpenWork open, boolean mine) {
    var left =
        new ShiftPage.Left(
            ID,
            text,
            text,
            true,
            mine,
            text,
            List.of(new ShiftPage.Line(ID, text, text)),
            "\"3\"",
            "key-of-form");
    var line = new OpenWork.Line(ID, text, text, text, false, true);
    return new ShiftPage(text, text, List.of(left), text, open, List.of(line), text);
  }

  private static LeavePage form(String text) {
    return new LeavePage(
        List.of(new LeavePage.Case(ID, text, text)),
        open(text),
        Map.of("words", text, "about-" + ID, text, "in", text),
        Map.of("", text, "words", text, "about-" + ID, text),
        "key-of-form",
        true,
        "2026-11-29T02:40:00Z");
  }

  private List<List<String>> all(Language language, String text) {
    return List.of(
            pages.of(language, "shifts/shift.jte", page(text, open(text), false)),
            pages.of(language, "shifts/leave.jte", form(text)),
            pages.of(language, "shifts/bar.jte", new BarPage(text, true)))
        .stream()
        .map(HostileTexts::tags)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileTextsAreNeverMarkup(Language language) {
    List<List<String>> plain = all(language, "x");
    for (String text : HostileTexts.all()) {
      assertThat(all(language, text)).as(text).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aQuietShiftSaysWhatToDo(Language language) {
    var nothing = new OpenWork(List.of(), List.of(), List.of(), true, false);
    var quiet = new ShiftPage("", "", List.of(), "", nothing, List.of(), "28 Nov");

    String html = pages.of(language, "shifts/shift.jte", quiet);

    var words = pages.words(language);
    assertThat(html)
        .contains(words.say("shift.nobody"), words.say("shift.open.none"))
        .contains(words.say("shift.since.none"));
    assertThat(html.split("class=\"govuk-button\"", -1)).as("one primary button").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoeverComesAcceptsAndWhoeverLeftTakesBack(Language language) {
    var words = pages.words(language);
    String theirs = pages.of(language, "shifts/shift.jte", page("x", open("x"), false));
    String mine = pages.of(language, "shifts/shift.jte", page("x", open("x"), true));

    assertThat(theirs)
        .contains("/shift/" + ID + "/accept", words.say("shift.accept.effect"))
        .doesNotContain("/take-back");
    assertThat(mine)
        .contains("/shift/" + ID + "/take-back", words.say("shift.takeBack.effect"))
        .doesNotContain("/accept\"");
    assertThat(theirs.split("class=\"govuk-button\"", -1)).as("one primary button").hasSize(2);
  }

  @Test
  void whatCouldNotBeReadIsNotShownAsNothing() {
    String html =
        pages.of(Language.ENGLISH, "shifts/shift.jte", page("x", OpenWork.UNKNOWN, false));

    assertThat(html)
        .contains("Not everything that is open could be read")
        .doesNotContain("Nothing is open");
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/shift");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private AnsweringApi thenOpen() {
    return node.then(200, "", "{\"drafts\":[{\"draft\":\"%s\",\"savedBy\":\"p-2\"}]}".formatted(ID))
        .then(
            200,
            "",
            """
            {"tasks":[{"id":"%s","kind":"CALL_BACK","case":"%s","exercise":false,
              "what":"the aunt","due":"2026-11-29T02:30:00Z"}]}"""
                .formatted(ID, CASE))
        .then(200, "", "{\"cases\":[{\"id\":\"%s\",\"held\":1,\"facts\":{}}]}".formatted(ID))
        .then(200, "", "{\"cases\":[{\"id\":\"%s\",\"held\":0,\"facts\":{}}]}".formatted(CASE));
  }

  private static String left(String by, String over) {
    return """
        {"shift":"%s","version":1,"leftBy":"%s","leftAt":"2026-11-29T02:30:00Z",
         "acceptBy":"2026-11-29T03:00:00Z","overdue":false%s}"""
        .formatted(ID, by, over);
  }

  @Test
  void thePageShowsWhatWasLeftWhatIsOpenAndWhatHasChangedSinceTheReadersOwnShift() {
    String accepted =
        ",\"over\":{\"how\":\"ACCEPTED\",\"by\":\"p-3\",\"at\":\"2026-11-28T23:00:00Z\"}";
    node.then(200, "", "{\"shifts\":[%s,%s]}".formatted(left("p-2", ""), left("p-1001", accepted)));
    node.then(200, "", "{\"cases\":[{\"id\":\"%s\",\"facts\":{}}]}".formatted(CASE))
        .then(200, "", "{\"cases\":[]}")
        .then(200, "", "{\"cases\":[]}")
        .then(200, "\"7\"", left("p-2", ",\"words\":\"the lift is broken\",\"lines\":[]"));
    thenOpen();

    String html = html(shift.read(request(), ""));

    assertThat(html)
        .contains("the lift is broken", "value=\"&#34;7&#34;\"")
        .contains("the aunt", "1 report is held", "Calls that are not filed yet")
        .contains("What has changed since you left, 03:30");
    assertThat(node.asked().get(1).what())
        .isEqualTo("GET /api/v1/cases?standing=OPEN&since=2026-11-29T02:30:00Z&limit=200");
  }

  @Test
  void aShiftIsLeftAsItWasTypedHoweverOftenItIsSent() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("key", "key-of-form");
    form.put("shown", "2026-11-29T02:00:00Z");
    form.put("words", " line\r\nline ");
    form.put("about-" + CASE, "ask the aunt");
    form.put("about-" + ID, " ");
    form.put("in", "60");
    node.then(503, "", "").then(201, "\"1\"", "{\"shift\":\"" + ID + "\"}");

    String again = html(leave.leave(request(), form));
    var answer = leave.leave(request(), form);

    assertThat(again)
        .contains("value=\"key-of-form\"", "value=\"2026-11-29T02:00:00Z\"", "ask the aunt");
    assertThat(answer.getHeaders().getLocation()).hasToString("/shift?done=left");
    assertThat(node.asked().getLast()).isEqualTo(node.asked().getFirst());
    assertThat(node.asked().getLast().body())
        .isEqualTo(
            "{\"words\":\"line\\nline\",\"lines\":[{\"case\":\"%s\",\"text\":\"ask the aunt\"}],"
                    .formatted(CASE)
                + "\"acceptBy\":\"2026-11-29T03:00:00Z\"}");
  }

  @Test
  void theApprovedTextStandsInTheFormOnWish() {
    String approved = "{\"inUse\":{\"text\":\"who is away:\"}}";
    thenOpen().then(200, "\"1\"", approved);
    assertThat(html(leave.ask(request(), false)))
        .contains("/shift/leave?template=true")
        .doesNotContain("who is away:");

    thenOpen().then(200, "\"1\"", approved);
    assertThat(html(leave.ask(request(), true))).contains(">who is away:</textarea>");
  }

  @Test
  void aRefusalStandsBesideItsField() {
    node.then(
        422,
        "",
        """
        {"type":"urn:homeward:problem:invalid",
         "errors":[{"pointer":"/lines/0/text","rule":"too-long"}]}""");
    thenOpen();

    String html =
        html(leave.leave(request(), Map.of("key", "k", "about-" + CASE, "ask", "in", "30")));

    assertThat(html).contains("id=\"about-" + CASE + "-error\"", "This is too long.", "RS-");
  }

  @Test
  void whoeverComesSecondReadsWhoHasTheShift() {
    String accepted =
        ",\"over\":{\"how\":\"ACCEPTED\",\"by\":\"p-3\",\"at\":\"2026-11-29T02:35:00Z\"}";
    node.thenProblem(409, "shift-over")
        .then(200, "", "{\"shifts\":[%s]}".formatted(left("p-2", accepted)));
    thenOpen();

    var answer = shift.accept(request(), ID, Map.of("key", "k-1", "seen", "\"1\""));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(html(answer)).contains("A colleague was quicker", "a colleague, 03:35");
    Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo("POST /api/v1/shifts/" + ID + "/accept");
    assertThat(asked.seen()).isEqualTo("\"1\"");
    assertThat(node.asked().get(2).what()).isEqualTo(NOTHING_OPEN);
  }

  @Test
  void theLineOnTopSaysWhoHasTheShiftOrThatItWaits() {
    String accepted =
        ",\"over\":{\"how\":\"ACCEPTED\",\"by\":\"p-1001\",\"at\":\"2026-11-29T02:35:00Z\"}";
    node.then(200, "", "{\"shifts\":[%s]}".formatted(left("p-2", "")))
        .then(200, "", "{\"shifts\":[%s]}".formatted(left("p-2", accepted)))
        .then(200, "", "{\"shifts\":[%s]}".formatted(left("p-2", "").replace("false", "true")))
        .then(200, "", "{\"shifts\":[]}");

    assertThat(html(shift.bar(request()))).contains("Shift handed over by a colleague, 03:30");
    assertThat(html(shift.bar(request()))).contains("Shift: you, 03:35");
    assertThat(html(shift.bar(request())))
        .contains("hw-overdue", "Nobody has taken over from a colleague, 03:30");
    assertThat(html(shift.bar(request()))).contains(">Shift<");
  }
}
