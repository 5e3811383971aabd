package org.homeward.console.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Looks and receipts by case and by person, from the audit trails of the services. */
@RestController
class LooksController {

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final String CASE = "[0-9a-f-]{36}";
  private static final String READER = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int LIMIT = 50;

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  LooksController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The form is posted: what somebody types into it by mistake, as a name, stands in no address.
   *
   * @param service whose older entries are asked for; empty for the newest of all
   */
  @RequestMapping(
      path = "/oversight/looks",
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam(defaultValue = "case") String by,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "") String after) {
    Words words = pages.words(request);
    String what = by.equals("person") ? by : "case";
    String asked = id.strip();
    if (!asked.matches(what.equals("case") ? CASE : READER)) {
      String wrong = asked.isEmpty() ? "" : words.say("looks.wrong");
      HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
      var page = new LooksPage(what, asked, wrong, List.of());
      return pages.show(request, status, "oversight/looks.jte", page);
    }
    var trails =
        SERVICES.stream()
            .filter(each -> service.isEmpty() || each.equals(service))
            .map(each -> trail(words, each, what, asked, after))
            .toList();
    return pages.show(request, "oversight/looks.jte", new LooksPage(what, asked, "", trails));
  }

  private LooksPage.Trail trail(Words words, String service, String by, String id, String after) {
    var query =
        UriComponentsBuilder.fromPath("/api/v1/audit/" + service)
            .queryParam(by, id)
            .queryParam("limit", LIMIT);
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    return switch (api.get(query.encode().buildAndExpand(after).toUriString())) {
      case Answer.Done(_, JsonNode found, _) ->
          new LooksPage.Trail(
              service,
              true,
              found.path("looks").valueStream().map(look -> look(words, look)).toList(),
              found.path("next").asString(""));
      case Answer.Away _ -> new LooksPage.Trail(service, false, List.of(), "");
      case Answer.Refused refused -> throw HttpApi.failure(refused);
    };
  }

  private LooksPage.Look look(Words words, JsonNode look) {
    String role = look.path("role").asString("");
    String who =
        Stream.of(
                role.isEmpty() ? "" : words.code("role", role),
                words.hasName(look.path("reader").asString(""))
                    ? words.colleague(look.path("reader").asString(""))
                    : "",
                look.has("desk") ? words.say("looks.desk", look.path("desk").asString("")) : "")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    String purpose = look.path("purpose").asString("");
    return new LooksPage.Look(
        FactWords.instant(look.path("at")).map(at -> words.when(at, clock.instant())).orElse(""),
        words.code("lookVerb", look.path("verb").asString("")),
        look.path("reader").asString(""),
        who,
        purpose.isEmpty() ? "" : words.code("Purpose", purpose),
        look.path("subjects").valueStream().map(subject -> subject.asString("")).toList());
  }
}
