package org.homeward.console.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The register of offices that may order an alert. */
@RestController
class AuthoritiesController {

  private static final String API = "/api/v1/authorities";
  private static final String PAGE = "/registers/authorities";
  private static final String ONE = PAGE + "/{id}";
  private static final String FORM = "registers/authorityForm.jte";

  /** The powers of an office, as the API calls them. */
  static final List<String> POWERS = List.of("VOLUNTEER_ALERT", "PUBLIC_ALERT");

  private final HttpApi api;
  private final HttpPages pages;
  private final String country;
  private final Clock clock;

  AuthoritiesController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.country = country;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    Words words = pages.words(request);
    var lines =
        api.read(API)
            .body()
            .path("authorities")
            .valueStream()
            .map(
                entry ->
                    new AuthoritiesPage.Line(
                        entry.path("id").asString(""),
                        entry.path("office").asString(""),
                        entry.path("standing").asString(""),
                        HttpEntries.when(words, entry.path("until"), clock.instant())))
            .toList();
    var page = new AuthoritiesPage(lines, HttpEntries.isFor("admin"));
    return pages.show(request, "registers/authorities.jte", page);
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    var form = RegisterForm.of(Map.of("power." + POWERS.getFirst(), "true"));
    return pages.show(request, FORM, form);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    var typed = new RegisterForm(form, Map.of(), form.getOrDefault("key", ""));
    return HttpFormEnd.of(words, typed.key())
        .after(
            api.post(API, body(words, form), typed.key(), ""),
            made ->
                HttpFormEnd.leadTo(
                    PAGE + "/" + made.body().path("id").asString("") + "?done=registered"),
            again ->
                pages.show(request, again.status(), FORM, typed.again(again.wrong(), again.key())));
  }

  private ObjectNode body(Words words, Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("office", form.getOrDefault("office", "").strip());
    body.put("country", country);
    body.put("callBack", form.getOrDefault("callBack", "").strip());
    var powers = body.putArray("powers");
    POWERS.stream().filter(power -> form.containsKey("power." + power)).forEach(powers::add);
    var persons = body.putArray("persons");
    Stream.of(form.getOrDefault("persons", "").split("[\\s,;]+", -1))
        .filter(person -> !person.isEmpty())
        .forEach(persons::add);
    body.put("until", until(words, form.getOrDefault("until", "").strip()));
    return body;
  }

  /** The end of that day at the hotline; what is no day goes as it was typed. */
  private static String until(Words words, String day) {
    try {
      return LocalDate.parse(day).atTime(LocalTime.MAX).atZone(words.zone()).toInstant().toString();
    } catch (DateTimeParseException noDay) {
      return day;
    }
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
    return change(request, id, "confirm", form.getOrDefault("seen", ""), form);
  }

  @PostMapping(ONE + "/revoke")
  ResponseEntity<String> revoke(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "revoke", "", form);
  }

  private ResponseEntity<String> change(
      HttpServletRequest request, String id, String what, String seen, Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String path = API + "/" + PathId.of(id) + "/" + what;
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, body, key + "-" + what, seen),
            done -> HttpFormEnd.leadTo(PAGE + "/" + id + "?done=" + done(done.body())),
            again -> one(request, again.status(), id, "", again.reason(), again.key()));
  }

  private static String done(JsonNode entry) {
    return switch (entry.path("standing").asString("")) {
      case "UNCONFIRMED" -> "first";
      case "REVOKED" -> "revoked";
      default -> "confirmed";
    };
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
    JsonNode entry = found.body();
    var page =
        new AuthorityPage(
            id,
            entry.path("office").asString(""),
            entry.path("callBack").asString(""),
            entry
                .path("powers")
                .valueStream()
                .map(power -> words.code("power", power.asString("")))
                .toList(),
            entry.path("persons").valueStream().map(person -> person.asString("")).toList(),
            entry.path("standing").asString(""),
            HttpEntries.when(words, entry.path("createdAt"), clock.instant()),
            HttpEntries.when(words, entry.path("until"), clock.instant()),
            HttpEntries.when(words, entry.path("revokedAt"), clock.instant()),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "registers/authority.jte", page);
  }
}
