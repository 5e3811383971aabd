package org.homeward.console.phones;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.console.registers.HttpEntries;
import org.homeward.console.registers.RegisterForm;
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

/** Phones of organisations: registered here, confirmed by another, and proved by a code. */
@RestController
class PhonesController {

  private static final String API = "/api/v1/phones";
  private static final String PAGE = "/registers/phones";
  private static final String ONE = PAGE + "/{id}";
  private static final String FORM = "phones/phoneForm.jte";

  private final HttpApi api;
  private final HttpPages pages;
  private final String country;
  private final Clock clock;

  /**
   * @param country of the node, of which they hear
   */
  PhonesController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.country = country;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    var lines =
        api.read(API)
            .body()
            .path("phones")
            .valueStream()
            .map(
                phone ->
                    new PhonesPage.Line(
                        phone.path("id").asString(""),
                        phone.path("name").asString(""),
                        where(phone),
                        phone.path("state").asString(""),
                        phone.path("exercise").asBoolean(false)))
            .toList();
    return pages.show(
        request, "phones/phones.jte", new PhonesPage(lines, HttpEntries.isFor("admin")));
  }

  private static String where(JsonNode phone) {
    String regions =
        phone
            .path("regions")
            .valueStream()
            .map(region -> region.asString(""))
            .collect(Collectors.joining(", "));
    return regions.isEmpty() ? phone.path("country").asString("") : regions;
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    var form = RegisterForm.of(Map.of("language", "sr", "exercise", "false"));
    return pages.show(request, FORM, form);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    var typed = new RegisterForm(form, Map.of(), form.getOrDefault("key", ""));
    return HttpFormEnd.of(pages.words(request), typed.key())
        .after(
            api.post(API, body(form), typed.key(), ""),
            made ->
                HttpFormEnd.leadTo(
                    PAGE + "/" + made.body().path("id").asString("") + "?done=registered"),
            again ->
                pages.show(request, again.status(), FORM, typed.again(again.wrong(), again.key())));
  }

  private ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", form.getOrDefault("name", "").strip());
    body.put("number", form.getOrDefault("number", "").strip());
    body.put("country", country);
    var regions = body.putArray("regions");
    Stream.of(form.getOrDefault("regions", "").split("[\\s,;]+", -1))
        .filter(region -> !region.isEmpty())
        .forEach(regions::add);
    body.put("language", form.getOrDefault("language", ""));
    body.put("audience", "VOLUNTEER");
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    return body;
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
    return change(request, id, "confirm", "coded", form);
  }

  @PostMapping(ONE + "/code")
  ResponseEntity<String> code(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "code", "coded", form);
  }

  @PostMapping(ONE + "/prove")
  ResponseEntity<String> prove(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "prove", "proved", form);
  }

  @PostMapping(ONE + "/revoke")
  ResponseEntity<String> revoke(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "revoke", "revoked", form);
  }

  private ResponseEntity<String> change(
      HttpServletRequest request, String id, String what, String said, Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    String seen = what.equals("confirm") ? form.getOrDefault("seen", "") : "";
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (what.equals("prove")) {
      body.put("code", form.getOrDefault("code", "").replaceAll("\\s", ""));
    }
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API + "/" + PathId.of(id) + "/" + what, body, key + "-" + what, seen),
            done -> HttpFormEnd.leadTo(PAGE + "/" + id + "?done=" + said),
            again -> one(request, again.status(), id, "", again.one(), again.key()));
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
    JsonNode phone = found.body();
    var page =
        new PhonePage(
            id,
            phone.path("name").asString(""),
            phone.path("number").asString(""),
            where(phone),
            phone.path("language").asString(""),
            phone.path("exercise").asBoolean(false),
            phone.path("state").asString(""),
            phone.path("lastFailure").asString(""),
            when(words, phone, "registeredAt"),
            when(words, phone, "confirmedAt"),
            when(words, phone, "codeSentAt"),
            when(words, phone, "liveAt"),
            when(words, phone, "revokedAt"),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "phones/phone.jte", page);
  }

  private String when(Words words, JsonNode phone, String name) {
    return HttpEntries.when(words, phone.path(name), clock.instant());
  }
}
