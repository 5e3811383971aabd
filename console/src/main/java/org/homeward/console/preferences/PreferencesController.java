package org.homeward.console.preferences;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Words;
import org.homeward.console.preferences.ToldPage.Told;
import org.homeward.face.door.Clients;
import org.homeward.schema.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A volunteer chooses. A link by mail shows a button, the button opens the page once, and every
 * change is a form of that page: nothing is kept here, no session and no cookie.
 */
@RestController
class PreferencesController {

  static final String PREFERENCES = "/preferences";

  private static final String API = "/api/v1/subscriptions/preferences";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final Answer.Refused NOWHERE =
      new Answer.Refused(
          HttpStatus.UNPROCESSABLE_CONTENT.value(),
          "invalid",
          List.of(new Answer.Wrong("/regions", "required")));

  private final HttpApi api;
  private final HttpPages pages;
  private final Clients clients;
  private final HttpPreferencesForm forms;

  PreferencesController(HttpApi api, HttpPages pages, Clients clients, HttpPreferencesForm forms) {
    this.api = api;
    this.pages = pages;
    this.clients = clients;
    this.forms = forms;
  }

  @GetMapping(PREFERENCES)
  ResponseEntity<String> form(
      HttpServletRequest request, @RequestParam(defaultValue = "") String language) {
    return told(request, words(request, language), HttpStatus.OK, ToldPage.of(Told.ASK));
  }

  /** Says the same whatever is known of the address. */
  @PostMapping(PREFERENCES)
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = words(request, first(form, "shown"));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("email", first(form, "email").strip());
    return switch (send(request, "", body)) {
      case Answer.Done _ -> told(request, words, HttpStatus.OK, ToldPage.of(Told.SENT));
      case Answer.Refused refused ->
          told(
              request,
              words,
              HttpStatusCode.valueOf(refused.status()),
              new ToldPage(Told.ASK, "", failed(words, refused)));
      case Answer.Away _ -> away(request, words);
    };
  }

  /** Asks nobody: mail programs open links to look at them. */
  @GetMapping(PREFERENCES + "/open/{token}")
  ResponseEntity<String> button(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String language) {
    Words words = words(request, language);
    return TOKEN.matcher(token).matches()
        ? told(request, words, HttpStatus.OK, new ToldPage(Told.BUTTON, token, ""))
        : told(request, words, HttpStatus.NOT_FOUND, ToldPage.of(Told.GONE));
  }

  @PostMapping(PREFERENCES + "/open")
  ResponseEntity<String> open(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = words(request, first(form, "shown"));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("token", first(form, "token"));
    Answer answer = send(request, "/open", body);
    if (answer instanceof Answer.Done opened) {
      String key = opened.body().path("key").asString("");
      return show(request, words, forms.page(words, key, opened.body().path("preferences"), ""));
    }
    return notDone(request, words, answer);
  }

  @PostMapping(PREFERENCES + "/change")
  ResponseEntity<String> change(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    if (HttpPreferencesForm.saysNowhere(form)) {
      // To the API no region is every region, and nobody asks for those by taking ticks away.
      return wrong(
          request, words(request, first(form, "shown")), first(form, "key"), form, NOWHERE);
    }
    return done(request, form, "/change", HttpPreferencesForm.change(form), "changed");
  }

  @PostMapping(PREFERENCES + "/phone")
  ResponseEntity<String> phone(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    return done(request, form, "/phone", HttpPreferencesForm.with(form, "phone"), "phone");
  }

  @PostMapping(PREFERENCES + "/phone/prove")
  ResponseEntity<String> prove(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    return done(request, form, "/phone/prove", HttpPreferencesForm.with(form, "code"), "proved");
  }

  @PostMapping(PREFERENCES + "/phone/drop")
  ResponseEntity<String> drop(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    return done(request, form, "/phone/drop", HttpPreferencesForm.with(form), "dropped");
  }

  /** A file to take along. */
  @PostMapping(PREFERENCES + "/export")
  ResponseEntity<?> export(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = words(request, first(form, "shown"));
    Answer answer = send(request, "/export", HttpPreferencesForm.with(form));
    if (answer instanceof Answer.Done all) {
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .contentType(MediaType.APPLICATION_JSON)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment().filename("116000.json").build().toString())
          .body(
              Json.mapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(all.body())
                  .getBytes(StandardCharsets.UTF_8));
    }
    return notDone(request, words, answer);
  }

  @PostMapping(PREFERENCES + "/leave")
  ResponseEntity<String> leave(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = words(request, first(form, "shown"));
    Answer answer = send(request, "/leave", HttpPreferencesForm.with(form));
    return answer instanceof Answer.Done
        ? told(request, words, HttpStatus.OK, ToldPage.of(Told.LEFT))
        : notDone(request, words, answer);
  }

  /** Shows the page as it is after a change, or as it stays with what was wrong. */
  private ResponseEntity<String> done(
      HttpServletRequest request,
      MultiValueMap<String, String> form,
      String path,
      ObjectNode body,
      String done) {
    Words words = words(request, first(form, "shown"));
    String key = first(form, "key");
    Answer answer = send(request, path, body);
    return switch (answer) {
      case Answer.Done now -> show(request, words, forms.page(words, key, now.body(), done));
      case Answer.Refused refused when isGone(refused) -> notDone(request, words, refused);
      case Answer.Refused refused -> wrong(request, words, key, form, refused);
      case Answer.Away _ -> notDone(request, words, answer);
    };
  }

  private ResponseEntity<String> wrong(
      HttpServletRequest request,
      Words words,
      String key,
      MultiValueMap<String, String> form,
      Answer.Refused refused) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("key", key);
    Answer answer = send(request, "/show", body);
    if (!(answer instanceof Answer.Done now)) {
      return notDone(request, words, answer);
    }
    JsonNode as = HttpPreferencesForm.asTyped(now.body(), form);
    PreferencesPage page =
        forms.refused(words, key, as, words.problem(refused.type()), wrong(words, refused));
    return pages.show(
        request,
        words,
        HttpStatusCode.valueOf(refused.status()),
        "preferences/preferences.jte",
        page);
  }

  private static Map<String, String> wrong(Words words, Answer.Refused refused) {
    Map<String, String> wrong = new HashMap<>();
    for (Answer.Wrong error : refused.errors()) {
      // One of several regions stands for all of them.
      String field = error.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
      wrong.put(field, words.rule(error.rule(), "own"));
    }
    return wrong;
  }

  private static String failed(Words words, Answer.Refused refused) {
    return refused.errors().isEmpty()
        ? words.problem(refused.type())
        : words.rule(refused.errors().getFirst().rule());
  }

  /** A key that is no key any more is a page that is no page any more. */
  private static boolean isGone(Answer.Refused refused) {
    return refused.status() == HttpStatus.NOT_FOUND.value()
        || refused.errors().stream().anyMatch(error -> isSecret(error.pointer()));
  }

  private static boolean isSecret(String pointer) {
    return pointer.equals("/key") || pointer.equals("/token");
  }

  private ResponseEntity<String> notDone(HttpServletRequest request, Words words, Answer answer) {
    return answer instanceof Answer.Refused refused && isGone(refused)
        ? told(request, words, HttpStatus.NOT_FOUND, ToldPage.of(Told.GONE))
        : away(request, words);
  }

  private ResponseEntity<String> away(HttpServletRequest request, Words words) {
    return told(request, words, HttpStatus.SERVICE_UNAVAILABLE, ToldPage.of(Told.AWAY));
  }

  private Answer send(HttpServletRequest request, String path, ObjectNode body) {
    return api.postForAnybody(
        API + path, body, HttpFormEnd.freshKey(), clients.of(request).orElse(""));
  }

  /** The one that was chosen on a page before; a cookie, or the browser's, until then. */
  private Words words(HttpServletRequest request, String chosen) {
    return Language.ofTag(chosen).map(pages::words).orElseGet(() -> pages.words(request));
  }

  private static String first(MultiValueMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, Words words, PreferencesPage page) {
    return pages.show(request, words, HttpStatus.OK, "preferences/preferences.jte", page);
  }

  private ResponseEntity<String> told(
      HttpServletRequest request, Words words, HttpStatusCode status, ToldPage page) {
    return pages.show(request, words, status, "preferences/told.jte", page);
  }
}
