package org.homeward.console.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log of calls, and the form that takes ten seconds. */
@RestController
class CallsController {

  private static final Set<String> DONE = Set.of("logged", "ended", "tied", "corrected");
  private static final List<String> TEXTS = List.of("number", "note", "line");

  /** One of these is known of every call; a form without any was sent by mistake. */
  private static final List<String> EITHER = List.of("number", "note", "ended");

  /** The most that one page shows of a day; older ones of the day stand among all. */
  private static final int LIMIT = 100;

  private final HttpApi api;
  private final HttpPages pages;
  private final List<String> lines;
  private final String node;
  private final Clock clock;

  /**
   * @param lines the hotline's own numbers
   */
  CallsController(HttpApi api, HttpPages pages, List<String> lines, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.lines = List.copyOf(lines);
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/calls")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean exercise,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("calls.done." + done) : "";
    Form form = new Form(exercise, fresh(), Map.of(), Map.of(), told);
    return pages.show(request, "calls/calls.jte", page(words, form, all, after));
  }

  @GetMapping("/calls/list")
  ResponseEntity<String> list(HttpServletRequest request) {
    Words words = pages.words(request);
    Form form = new Form(false, "", Map.of(), Map.of(), "");
    return pages.show(request, "calls/list.jte", page(words, form, false, ""));
  }

  private record Form(
      boolean exercise,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong,
      String done) {}

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, String> keyed(Map<String, String> form, String key) {
    Map<String, String> other = new HashMap<>(form);
    other.put("key", key);
    return other;
  }

  private CallsPage page(Words words, Form form, boolean all, String after) {
    var query = UriComponentsBuilder.fromPath(HttpCalls.CALLS).queryParam("limit", LIMIT);
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    JsonNode found = api.read(query.encode().buildAndExpand(after).toUriString()).body();
    var made = new CallLines(words, node, HttpCalls.reader(), clock.instant());
    Instant today =
        LocalDate.ofInstant(clock.instant(), words.zone()).atStartOfDay(words.zone()).toInstant();
    List<CallLine> calls =
        found
            .path("calls")
            .valueStream()
            .filter(call -> all || CallLines.at(call).filter(at -> !at.isBefore(today)).isPresent())
            .map(made::of)
            .toList();
    return new CallsPage(
        form.exercise(),
        form.key(),
        form.typed(),
        form.wrong(),
        form.done(),
        true,
        calls,
        lines,
        all,
        all ? found.path("next").asString("") : "");
  }

  /** Logs a call; with {@code do=intake} its report is begun at once. */
  @PostMapping("/calls")
  ResponseEntity<String> log(HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    boolean isIntake = form.getOrDefault("do", "").equals("intake");
    if (!isIntake && EITHER.stream().allMatch(field -> form.getOrDefault(field, "").isBlank())) {
      return again(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          form,
          Map.of("note", words.say("calls.required")));
    }
    return switch (api.post(
        HttpCalls.CALLS, body(form, isIntake), form.getOrDefault("key", ""), "")) {
      case Answer.Done(_, JsonNode logged, _) ->
          isIntake
              ? beginIntake(logged.path("call").asString(""), words)
              : to(
                  form.getOrDefault("ended", "").isEmpty()
                      ? "/calls?done=logged"
                      : "/calls?done=ended");
      case Answer.Refused refused ->
          again(
              request,
              HttpStatusCode.valueOf(refused.status()),
              keyed(form, HttpFormEnd.nextKey(refused, form.getOrDefault("key", ""))),
              wrong(words, refused));
      case Answer.Away(String what) ->
          again(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              form,
              Map.of("", words.say("away.unsure", words.say("away." + what))));
    };
  }

  private ResponseEntity<String> beginIntake(String call, Words words) {
    return switch (new HttpCalls(api).beginIntake(call, words)) {
      case HttpCalls.Begun.At(String page) -> to(page);
      case HttpCalls.Begun.Failed _ -> to("/calls/" + call + "?done=logged");
    };
  }

  private static ObjectNode body(Map<String, String> form, boolean isIntake) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    body.put("direction", form.getOrDefault("direction", ""));
    body.put("answered", !form.getOrDefault("answered", "").equals("false"));
    for (String field : TEXTS) {
      String text = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
      if (!text.isEmpty()) {
        body.put(field, text);
      }
    }
    String ended = form.getOrDefault("ended", "");
    if (!ended.isEmpty() && !isIntake) {
      body.put("ended", ended);
    }
    return body;
  }

  static ResponseEntity<String> to(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }

  private static Map<String, String> wrong(Words words, Answer.Refused refused) {
    Map<String, String> wrong = new HashMap<>();
    if (refused.errors().isEmpty()) {
      wrong.put("", words.problem(refused.type()));
    }
    for (Answer.Wrong error : refused.errors()) {
      String field = error.pointer().substring(error.pointer().indexOf('/') + 1);
      wrong.put(
          TEXTS.contains(field) || field.equals("direction") ? field : "",
          words.rule(error.rule()));
    }
    return wrong;
  }

  /** With the same key: a call whose answer was lost is logged once. */
  private ResponseEntity<String> again(
      HttpServletRequest request,
      HttpStatusCode status,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    boolean isFirst = form.getOrDefault("key", "").isEmpty();
    var shown =
        new Form(
            form.getOrDefault("exercise", "").equals("true"),
            isFirst ? fresh() : form.getOrDefault("key", ""),
            form,
            wrong,
            "");
    var page =
        status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()
            ? new CallsPage(
                shown.exercise(), shown.key(), form, wrong, "", false, List.of(), lines, false, "")
            : page(words, shown, false, "");
    return pages.show(request, status, "calls/calls.jte", page);
  }
}
