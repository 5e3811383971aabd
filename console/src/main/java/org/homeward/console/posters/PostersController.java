package org.homeward.console.posters;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Typed;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The posters of an alert: to print, and who has taken them. */
@RestController
class PostersController {

  private static final String POSTERS = "/alerts/{id}/posters";
  private static final String ALERTS = "/api/v1/alerts/";
  private static final List<String> FIELDS = List.of("name", "organisation", "phone", "places");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern COPIES = Pattern.compile("[0-9]{1,6}");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  PostersController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(POSTERS)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = done.equals("entered") ? pages.words(request).say("posters.done.entered") : "";
    return show(request, HttpStatus.OK, id, told, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  @GetMapping(POSTERS + "/poster.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id) {
    byte[] pdf = api.document(ALERTS + PathId.of(id) + "/poster/pdf");
    return file(pdf, MediaType.APPLICATION_PDF, "poster.pdf");
  }

  @GetMapping(POSTERS + "/poster.png")
  ResponseEntity<byte[]> png(
      @PathVariable String id, @RequestParam(defaultValue = "") String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    byte[] png = api.picture(ALERTS + PathId.of(id) + "/poster/png?language=" + language);
    return file(png, MediaType.IMAGE_PNG, "poster.png");
  }

  @GetMapping(POSTERS + "/square.png")
  ResponseEntity<byte[]> square(@PathVariable String id) {
    byte[] png = api.picture(ALERTS + PathId.of(id) + "/poster/square");
    return file(png, MediaType.IMAGE_PNG, "square.png");
  }

  /** The browser keeps nothing of it but what the person saves. */
  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  @PostMapping(POSTERS)
  ResponseEntity<String> enter(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    Words words = pages.words(request);
    return HttpFormEnd.of(words, key)
        .withKinds(Map.of("phone", "phone"))
        .after(
            api.post(ALERTS + PathId.of(id) + "/posters", body(form, words), key, ""),
            _ -> HttpFormEnd.leadTo("/alerts/" + id + "/posters?done=entered"),
            again -> show(request, again.status(), id, "", again.key(), form, again.wrong()));
  }

  private static ObjectNode body(Map<String, String> form, Words words) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : FIELDS) {
      String typed = form.getOrDefault(field, "").replace("\r\n", "\n").strip();
      if (!typed.isEmpty()) {
        body.put(field, field.equals("phone") ? typed.replaceAll("[\\s()/-]", "") : typed);
      }
    }
    String copies = form.getOrDefault("copies", "").strip();
    if (COPIES.matcher(copies).matches()) {
      body.put("copies", Integer.parseInt(copies));
    }
    String printed = form.getOrDefault("printedAt", "").strip();
    if (!printed.isEmpty()) {
      body.put("printedAt", Typed.time(printed, words.zone()));
    }
    return body;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    String of = ALERTS + PathId.of(id);
    JsonNode alert = api.read(of).body();
    Map<String, String> languages = new LinkedHashMap<>();
    List<String> leftOut = List.of();
    String refused = "";
    switch (api.get(of + "/poster")) {
      case Answer.Done(_, JsonNode found, _) -> {
        for (JsonNode language : found.path("languages")) {
          String tag = language.asString("");
          languages.put(tag, words.code("mailLanguage", tag));
        }
        leftOut = found.path("leftOut").valueStream().map(each -> leftOut(words, each)).toList();
      }
      case Answer.Refused no -> refused = words.problem(no.type());
      case Answer.Away _ -> refused = words.problem("unavailable");
    }
    String reader = HttpPages.person().orElseThrow().id();
    var takers = new TakerWords(words, reader, clock.instant());
    var page =
        new PosterPage(
            id,
            alert.path("code").asString(""),
            alert.path("exercise").asBoolean(false),
            languages,
            refused,
            leftOut,
            takers.lines(api.read(of + "/posters").body()),
            told,
            key,
            form,
            wrong);
    return pages.show(request, status, "posters/posters.jte", page);
  }

  private static String leftOut(Words words, JsonNode left) {
    String language = left.path("language").asString("");
    return words.say(
        "posters.leftOut." + left.path("what").asString(""),
        language.isEmpty() ? "" : words.code("mailLanguage", language));
  }
}
