package org.homeward.console.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Police desks: an administrator registers, renews and revokes, a supervisor confirms. */
@RestController
class DesksController {

  private static final String API = "/api/v1/desks";
  private static final String PAGE = "/registers/desks";
  private static final String ONE = PAGE + "/{id}";
  private static final String LONGEST = "90";

  private final HttpApi api;
  private final HttpPages pages;
  private final String country;
  private final Clock clock;

  /**
   * @param country of the node, whose desks it serves
   */
  DesksController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.country = country;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    Words words = pages.words(request);
    var lines =
        api.read(API).body().path("desks").valueStream().map(desk -> line(words, desk)).toList();
    return pages.show(
        request, "registers/desks.jte", new DesksPage(lines, HttpEntries.isFor("admin")));
  }

  private DesksPage.Line line(Words words, JsonNode desk) {
    return new DesksPage.Line(
        desk.path("id").asString(""),
        desk.path("name").asString(""),
        where(desk),
        desk.path("standing").asString(""),
        desk.path("exercise").asBoolean(false),
        HttpEntries.when(words, desk.path("expiresAt"), clock.instant()),
        desk.path("standing").asString("").equals("UNCONFIRMED") || desk.has("renewal"));
  }

  private static String where(JsonNode desk) {
    JsonNode place = desk.path("jurisdiction");
    return place.path("region").asString(place.path("country").asString(""));
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    var form = RegisterForm.of(Map.of("validDays", LONGEST, "exercise", "false"));
    return pages.show(request, "registers/deskForm.jte", form);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", form.getOrDefault("name", "").strip());
    ObjectNode place = body.putObject("jurisdiction").put("country", country);
    String region = form.getOrDefault("region", "").strip();
    if (!region.isEmpty()) {
      place.put("region", region);
    }
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    putDays(body, form);
    var typed = new RegisterForm(form, Map.of(), form.getOrDefault("key", ""));
    return HttpFormEnd.of(words, typed.key())
        .after(
            api.post(API, body, typed.key(), ""),
            made -> key(request, made.body()),
            again ->
                pages.show(
                    request,
                    again.status(),
                    "registers/deskForm.jte",
                    typed.again(again.wrong(), again.key())));
  }

  /** Text that is no number goes as it was typed, and the API says so. */
  private static void putDays(ObjectNode body, Map<String, String> form) {
    String days = form.getOrDefault("validDays", "").strip();
    if (days.matches("[0-9]{1,4}")) {
      body.put("validDays", Integer.parseInt(days));
    } else {
      body.put("validDays", days);
    }
  }

  private ResponseEntity<String> key(HttpServletRequest request, JsonNode desk) {
    var page =
        new KeyPage(
            desk.path("id").asString(""),
            desk.path("name").asString(""),
            desk.path("key").asString(""));
    return pages.show(request, "registers/key.jte", page);
  }

  @GetMapping(ONE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = HttpEntries.told(pages.words(request), done);
    return one(request, HttpStatus.OK, id, told, "", HttpFormEnd.freshKey());
  }

  @PostMapping(ONE + "/confirm")
  ResponseEntity<String> confirm(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "confirm", JsonNodeFactory.instance.objectNode(), form);
  }

  @PostMapping(ONE + "/renew")
  ResponseEntity<String> renew(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    putDays(body, form);
    return change(request, id, "renew", body, form);
  }

  @PostMapping(ONE + "/revoke")
  ResponseEntity<String> revoke(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "revoke", JsonNodeFactory.instance.objectNode(), form);
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      ObjectNode body,
      Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = what.equals("revoke") ? "" : form.getOrDefault("seen", "");
    String path = API + "/" + PathId.of(id) + "/" + what;
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, body, key + "-" + what, seen),
            done ->
                switch (what) {
                  case "renew" -> key(request, done.body());
                  case "revoke" -> revoked(request, done.body());
                  default -> HttpFormEnd.leadTo(PAGE + "/" + id + "?done=confirmed");
                },
            again -> one(request, again.status(), id, "", again.reason(), again.key()));
  }

  private ResponseEntity<String> revoked(HttpServletRequest request, JsonNode desk) {
    Words words = pages.words(request);
    var read =
        desk.path("read")
            .valueStream()
            .map(
                each ->
                    new RevokedPage.Read(
                        each.path("reference").asString(each.path("notice").asString("")),
                        HttpEntries.when(words, each.path("first"), clock.instant()),
                        HttpEntries.when(words, each.path("last"), clock.instant()),
                        each.path("times").asLong(1)))
            .toList();
    return pages.show(
        request,
        "registers/revoked.jte",
        new RevokedPage(desk.path("id").asString(""), desk.path("name").asString(""), read));
  }

  private ResponseEntity<String> one(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Answer.Done found = api.read(API + "/" + PathId.of(id));
    JsonNode desk = found.body();
    var page =
        new DeskPage(
            id,
            desk.path("name").asString(""),
            where(desk),
            desk.path("standing").asString(""),
            desk.path("exercise").asBoolean(false),
            HttpEntries.when(words, desk.path("createdAt"), clock.instant()),
            HttpEntries.when(words, desk.path("confirmedAt"), clock.instant()),
            HttpEntries.when(words, desk.path("expiresAt"), clock.instant()),
            HttpEntries.when(words, desk.path("revokedAt"), clock.instant()),
            HttpEntries.when(words, desk.at("/renewal/expiresAt"), clock.instant()),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "registers/desk.jte", page);
  }
}
