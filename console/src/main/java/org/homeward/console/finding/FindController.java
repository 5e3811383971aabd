package org.homeward.console.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.desk.DeskLines;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds cases; what is typed stands in no address. */
@RestController
class FindController {

  private static final String FIND = "/find";
  private static final String TEMPLATE = "finding/find.jte";
  private static final int LONGEST = 200;

  /** As police read it out, {@code RS-7KQ2}, and as mails of alerts have it, {@code K7QX-2MRD}. */
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{2,8}-[A-Za-z0-9]{4,12}");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  FindController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(FIND)
  ResponseEntity<String> begin(
      HttpServletRequest request, @RequestParam(defaultValue = "") String call) {
    return pages.show(request, TEMPLATE, FindPage.beforeAnything(id(call)));
  }

  @PostMapping(FIND)
  ResponseEntity<String> find(
      HttpServletRequest request,
      @RequestParam(name = "words", defaultValue = "") String typed,
      @RequestParam(defaultValue = "") String call) {
    Words words = pages.words(request);
    String asked = typed.strip();
    String forCall = id(call);
    if (asked.isEmpty() || asked.length() > LONGEST) {
      String wrong = words.say(asked.isEmpty() ? "find.empty" : "find.long");
      var page = FindPage.again(typed, forCall, wrong);
      return pages.show(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, page);
    }
    var body = JsonNodeFactory.instance.objectNode().put("words", asked);
    if (!forCall.isEmpty()) {
      body.put("call", forCall);
    }
    return switch (api.post("/api/v1/cases/find", body, UUID.randomUUID().toString(), "")) {
      case Answer.Done(_, JsonNode found, _) ->
          pages.show(request, TEMPLATE, page(words, typed, forCall, found));
      case Answer.Refused(int status, _, List<Answer.Wrong> errors) when status == 422 ->
          pages.show(
              request,
              HttpStatusCode.valueOf(status),
              TEMPLATE,
              FindPage.again(typed, forCall, wrong(words, errors)));
      case Answer.Refused refused -> throw HttpApi.failure(refused);
      case Answer.Away(String what) ->
          pages.show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              TEMPLATE,
              FindPage.again(typed, forCall, away(words, what)));
    };
  }

  /** What is no id of a call counts for nothing. */
  private static String id(String call) {
    return PathId.isOne(call) ? call : "";
  }

  private static String wrong(Words words, List<Answer.Wrong> errors) {
    return errors.isEmpty()
        ? words.problem("invalid")
        : errors.stream().map(each -> words.rule(each.rule())).collect(Collectors.joining(" "));
  }

  private static String away(Words words, String what) {
    return words.say("find.away", words.say("away." + what));
  }

  /** A reference is alert's to know; the case behind it is read like any other. */
  private FindPage page(Words words, String typed, String forCall, JsonNode found) {
    var lines = new DeskLines(words, node, clock.instant());
    List<FindPage.Hit> hits = new ArrayList<>();
    String away = "";
    if (REFERENCE.matcher(typed.strip()).matches()) {
      var body = JsonNodeFactory.instance.objectNode().put("code", typed.strip());
      switch (api.post("/api/v1/references", body, UUID.randomUUID().toString(), "")) {
        case Answer.Done(_, JsonNode named, _) -> named(words, lines, named, hits);
        case Answer.Refused _ -> {} // nothing that she may see has it
        case Answer.Away(String what) -> away = away(words, what);
      }
    }
    found
        .path("cases")
        .valueStream()
        .map(each -> new FindPage.Hit(lines.of(each.path("case")), by(words, each.path("by"))))
        .filter(hit -> hits.stream().noneMatch(there -> there.isOf(hit.line().id())))
        .forEach(hits::add);
    return new FindPage(typed, forCall, "", true, hits, found.path("more").asBoolean(false), away);
  }

  private void named(Words words, DeskLines lines, JsonNode named, List<FindPage.Hit> hits) {
    String id = named.path("case").asString("");
    if (PathId.isOne(id)
        && api.get("/api/v1/cases/" + id) instanceof Answer.Done(_, JsonNode read, _)) {
      hits.add(new FindPage.Hit(lines.of(read), words.say("find.by.REFERENCE")));
    }
  }

  private static String by(Words words, JsonNode by) {
    return by.valueStream()
        .map(each -> words.say("find.by." + each.asString("")))
        .collect(Collectors.joining(", "));
  }
}
