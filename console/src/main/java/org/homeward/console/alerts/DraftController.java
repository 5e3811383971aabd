package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.schema.codes.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An alert is drafted, a draft written anew, and what goes out updated. */
@RestController
class DraftController {

  private static final String KEY = "key";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final String country;
  private final Clock clock;

  DraftController(HttpApi api, HttpPages pages, String node, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.country = country;
    this.clock = clock;
  }

  /**
   * The form before it is shown.
   *
   * @param alert the draft that is written anew, or the alert that is updated; empty for a new one
   * @param update whether what goes out already is updated
   * @param seen the version of the draft
   */
  private record Form(
      String caseId,
      boolean exercise,
      String alert,
      boolean update,
      String seen,
      String key,
      Map<String, String> typed,
      Set<String> ticked) {

    @Override
    public String toString() {
      return "Form[" + caseId + "]";
    }
  }

  @GetMapping("/alerts/new")
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam(name = "case") String caseId) {
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(caseId)).body();
    boolean exercise = found.path("exercise").asBoolean(false);
    var typed = Map.of("audience", "VOLUNTEER", "hours", "4");
    var ticked = Set.of("languages.sr");
    var form = new Form(caseId, exercise, "", false, "", fresh(), typed, ticked);
    return show(request, HttpStatus.OK, form, Map.of(), false, null);
  }

  @PostMapping("/alerts/new")
  ResponseEntity<String> draft(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
    Form form = form(sent, PathId.of(first(sent, "case")), "", false);
    if (!AlertBody.hasArea(form.ticked())) {
      return nowhere(request, form);
    }
    ObjectNode body = AlertBody.of(form.typed(), form.ticked(), country, clock.instant());
    body.put("case", form.caseId());
    body.put("audience", form.typed().getOrDefault("audience", ""));
    return switch (api.post("/api/v1/alerts", body, form.key(), "")) {
      case Answer.Done(_, var made, _) -> leadTo(made.path("alert").asString(""), "drafted");
      case Answer failed -> refused(request, form, failed, null);
    };
  }

  @GetMapping("/alerts/{id}/edit")
  ResponseEntity<String> askAnew(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, written(id, false), Map.of(), false, null);
  }

  @GetMapping("/alerts/{id}/update")
  ResponseEntity<String> askUpdate(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, written(id, true), Map.of(), false, null);
  }

  /** The form with what stands in the alert now. */
  private Form written(String id, boolean update) {
    var alert = api.read(HttpAlertView.ALERTS + PathId.of(id));
    JsonNode preview = api.read(HttpAlertView.ALERTS + id + "/preview").body();
    Instant now = clock.instant();
    return new Form(
        alert.body().path("case").asString(""),
        alert.body().path("exercise").asBoolean(false),
        id,
        update,
        alert.etag(),
        fresh(),
        AlertBody.typed(preview, now),
        AlertBody.ticked(preview));
  }

  /** It goes to the same people as the alert, once another person has approved it. */
  @PostMapping("/alerts/{id}/update")
  ResponseEntity<String> update(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Form form = form(sent, PathId.of(first(sent, "case")), PathId.of(id), true);
    ObjectNode body = AlertBody.of(form.typed(), form.ticked(), country, clock.instant());
    body.retain("languages", "text", "until");
    return switch (api.post(HttpAlertView.ALERTS + id + "/updates", body, form.key(), "")) {
      case Answer.Done _ -> leadTo(id, "updated");
      case Answer failed -> refused(request, form, failed, null);
    };
  }

  @PostMapping("/alerts/{id}/edit")
  ResponseEntity<String> anew(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Form form = form(sent, PathId.of(first(sent, "case")), PathId.of(id), false);
    if (!AlertBody.hasArea(form.ticked())) {
      return nowhere(request, form);
    }
    ObjectNode body = AlertBody.of(form.typed(), form.ticked(), country, clock.instant());
    return switch (api.patch(HttpAlertView.ALERTS + id, body, form.seen())) {
      case Answer.Done _ -> leadTo(id, "amended");
      case Answer.Refused(int status, _, _) when status == 412 -> overtaken(request, form);
      case Answer failed -> refused(request, form, failed, null);
    };
  }

  /** Nothing was sent: an area that is forgotten must not become the whole country. */
  private ResponseEntity<String> nowhere(HttpServletRequest request, Form form) {
    var wrong = Map.of("regions", pages.words(request).say("draft.area.required"));
    return show(request, HttpStatus.UNPROCESSABLE_CONTENT, form, wrong, false, null);
  }

  /** Both texts are shown; sending again replaces the other one knowingly. */
  private ResponseEntity<String> overtaken(HttpServletRequest request, Form form) {
    Words words = pages.words(request);
    var alert = api.read(HttpAlertView.ALERTS + form.alert());
    JsonNode preview = api.read(HttpAlertView.ALERTS + form.alert() + "/preview").body();
    Map<String, String> texts = new LinkedHashMap<>();
    preview
        .path("parts")
        .properties()
        .forEach(
            part ->
                texts.put(
                    words.code("mailLanguage", part.getKey()),
                    part.getValue().path("author").asString("")));
    String by = alertWords(words).person(alert.body().path("author"));
    var newer =
        new Form(
            form.caseId(),
            form.exercise(),
            form.alert(),
            form.update(),
            alert.etag(),
            fresh(),
            form.typed(),
            form.ticked());
    Map<String, String> wrong = Map.of("", words.say("alert.overtaken", by));
    var theirs = new DraftPage.Theirs(by, texts);
    return show(request, HttpStatus.PRECONDITION_FAILED, newer, wrong, false, theirs);
  }

  private AlertWords alertWords(Words words) {
    String reader = HttpPages.person().orElseThrow().id();
    return new AlertWords(words, node, reader, clock.instant());
  }

  /** The same key until it is drafted: a form whose answer was lost is not drafted twice. */
  private ResponseEntity<String> refused(
      HttpServletRequest request, Form form, Answer failed, DraftPage.@Nullable Theirs theirs) {
    Words words = pages.words(request);
    boolean isAnother =
        failed instanceof Answer.Refused(_, String type, _) && type.equals("another-alert-is-live");
    Map<String, String> wrong = new HashMap<>();
    DecideController.wrong(words, failed)
        .forEach((field, text) -> wrong.putIfAbsent(ownField(field), text));
    var shown =
        new Form(
            form.caseId(),
            form.exercise(),
            form.alert(),
            form.update(),
            form.seen(),
            HttpFormEnd.nextKey(failed, form.key()),
            form.typed(),
            form.ticked());
    return show(request, DecideController.status(failed), shown, wrong, isAnother, theirs);
  }

  /** The form's field for a part of the body. */
  private static String ownField(String field) {
    if (field.startsWith("text/")) {
      return field.replace('/', '.');
    }
    if (field.startsWith("languages")) {
      return "languages";
    }
    if (field.startsWith("area")) {
      return "regions";
    }
    return field.equals("until") ? "hours" : field;
  }

  private Form form(
      MultiValueMap<String, String> sent, String caseId, String alert, boolean update) {
    return new Form(
        caseId,
        first(sent, "exercise").equals("true"),
        alert,
        update,
        first(sent, "seen"),
        first(sent, KEY),
        AlertBody.typed(sent),
        AlertBody.ticked(sent));
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    return Optional.ofNullable(sent.getFirst(field)).orElse("");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      Form form,
      Map<String, String> wrong,
      boolean asksAgain,
      DraftPage.@Nullable Theirs theirs) {
    Words words = pages.words(request);
    boolean isNew = form.alert().isEmpty();
    var page =
        new DraftPage(
            isNew
                ? "/alerts/new"
                : "/alerts/" + form.alert() + (form.update() ? "/update" : "/edit"),
            isNew ? "/cases/" + form.caseId() : "/alerts/" + form.alert(),
            form.caseId(),
            CaseWords.code(node, form.caseId()),
            form.exercise(),
            form.update(),
            form.seen(),
            form.key(),
            seenSince(words, form.caseId()),
            alertWords(words).country(country),
            regions(words),
            authorities(words),
            form.typed(),
            form.ticked(),
            wrong,
            asksAgain || form.ticked().contains("again.true"),
            theirs);
    return pages.show(request, status, "alerts/draft.jte", page);
  }

  private String seenSince(Words words, String caseId) {
    return HttpPages.person().filter(Person::isOnCases).isPresent()
        ? HttpAlertView.seenSince(api, words, caseId, clock.instant())
        : "";
  }

  private Map<String, String> regions(Words words) {
    Map<String, String> regions = new LinkedHashMap<>();
    var letters = Collator.getInstance(words.language().locale());
    Regions.of(country).stream()
        .sorted(Comparator.comparing(code -> words.code("region", code), letters))
        .forEach(code -> regions.put(code, words.code("region", code)));
    return regions;
  }

  /** By name; empty while none is registered or the register cannot be read. */
  private Map<String, String> authorities(Words words) {
    Map<String, String> offices = new LinkedHashMap<>();
    if (api.get("/api/v1/authorities") instanceof Answer.Done(_, JsonNode found, _)) {
      found
          .path("authorities")
          .valueStream()
          .filter(each -> each.path("standing").asString("").equals("VALID"))
          .forEach(each -> offices.put(each.path("id").asString(""), office(words, each)));
    }
    return offices;
  }

  /** With what it may order, which nobody has to know by heart. */
  private static String office(Words words, JsonNode found) {
    String powers =
        found
            .path("powers")
            .valueStream()
            .map(power -> words.code("power", power.asString("")))
            .collect(Collectors.joining(", "));
    return words.say("draft.office", found.path("office").asString(""), powers);
  }

  private static ResponseEntity<String> leadTo(String id, String done) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/alerts/" + PathId.of(id) + "?done=" + done))
        .build();
  }
}
