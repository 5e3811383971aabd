package org.homeward.console.shifts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form in which somebody leaves her shift to the next one. */
@RestController
class LeaveController {

  private static final String PAGE = "/shift/leave";
  private static final String TEMPLATE = "shifts/leave.jte";

  /** The field of the words about a case. */
  private static final String ABOUT = "about-";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  LeaveController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean template) {
    Words words = pages.words(request);
    OpenWork open = open(words);
    Map<String, String> approved = approved(words);
    LeavePage asked =
        page(
            open,
            template ? approved : Map.of(),
            Map.of(),
            UUID.randomUUID().toString(),
            clock.instant().toString());
    return pages.show(request, TEMPLATE, approved.isEmpty() ? asked : asked.withTemplate());
  }

  /** The hotline's approved text for hand-overs, as the field of the form; empty without one. */
  private Map<String, String> approved(Words words) {
    String script = "/api/v1/scripts/SHIFT_HANDOVER." + words.writtenIn();
    return api.get(script) instanceof Answer.Done(_, JsonNode found, _) && found.has("inUse")
        ? Map.of("words", words.letters(found.at("/inUse/text").asString("")))
        : Map.of();
  }

  @PostMapping(PAGE)
  ResponseEntity<String> leave(HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    Map<String, String> lines = lines(form);
    return switch (api.post(ShiftController.SHIFTS, body(form, lines), key, "")) {
      case Answer.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/shift?done=left"))
              .build();
      case Answer.Refused refused ->
          pages.show(
              request,
              HttpStatusCode.valueOf(refused.status()),
              TEMPLATE,
              page(
                  open(words),
                  form,
                  wrong(words, refused, List.copyOf(lines.keySet())),
                  HttpFormEnd.nextKey(refused, key),
                  clock.instant().toString()));
      case Answer.Away(String away) ->
          pages.show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              TEMPLATE,
              page(
                  OpenWork.UNKNOWN,
                  form,
                  Map.of("", words.say("away.unsure", words.say("away." + away))),
                  key,
                  form.getOrDefault("shown", "")));
    };
  }

  private OpenWork open(Words words) {
    return new HttpOpenWork(api, words, node, ShiftController.reader(), clock.instant()).read();
  }

  /** The fields that were shown stay, also where nothing is open any more. */
  private LeavePage page(
      OpenWork open,
      Map<String, String> typed,
      Map<String, String> wrong,
      String key,
      String shown) {
    Map<String, String> cases = new LinkedHashMap<>(open.cases());
    lines(typed).keySet().forEach(id -> cases.putIfAbsent(id, CaseWords.code(node, id)));
    List<LeavePage.Case> all = new ArrayList<>();
    cases.forEach((id, code) -> all.add(new LeavePage.Case(id, code, open.who(id))));
    return new LeavePage(all, open, typed, wrong, key, false, shown);
  }

  /** The typed notes about cases, by case id. */
  private static Map<String, String> lines(Map<String, String> form) {
    Map<String, String> lines = new LinkedHashMap<>();
    form.forEach(
        (field, typed) -> {
          String text = text(typed);
          String id = field.startsWith(ABOUT) ? field.substring(ABOUT.length()) : "";
          if (PathId.isOne(id) && !text.isEmpty()) {
            lines.put(id, text);
          }
        });
    return lines;
  }

  private static String text(String typed) {
    return typed.strip().replace("\r\n", "\n");
  }

  private ObjectNode body(Map<String, String> form, Map<String, String> lines) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String words = text(form.getOrDefault("words", ""));
    if (!words.isEmpty()) {
      body.put("words", words);
    }
    if (!lines.isEmpty()) {
      ArrayNode about = body.putArray("lines");
      lines.forEach((id, text) -> about.addObject().put("case", id).put("text", text));
    }
    String minutes = form.getOrDefault("in", LeavePage.USUAL);
    long in = Long.parseLong(LeavePage.MINUTES.contains(minutes) ? minutes : LeavePage.USUAL);
    return body.put("acceptBy", shown(form).plus(Duration.ofMinutes(in)).toString());
  }

  /** A repetition is the same request. */
  private Instant shown(Map<String, String> form) {
    try {
      return Instant.parse(form.getOrDefault("shown", ""));
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  private static Map<String, String> wrong(
      Words words, Answer.Refused refused, List<String> cases) {
    Map<String, String> wrong = new HashMap<>();
    if (refused.errors().isEmpty()) {
      wrong.put("", words.problem(refused.type()));
    }
    for (Answer.Wrong error : refused.errors()) {
      String[] parts = error.pointer().split("/", -1);
      boolean isLine = parts.length > 2 && parts[1].equals("lines") && parts[2].matches("\\d{1,2}");
      String field =
          isLine && Integer.parseInt(parts[2]) < cases.size()
              ? ABOUT + cases.get(Integer.parseInt(parts[2]))
              : parts.length > 1 && parts[1].equals("words") ? "words" : "";
      wrong.put(field, words.rule(error.rule()));
    }
    return wrong;
  }
}
