package org.homeward.console.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.FactWords;
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

/** A caller asks whether a job offer is sound. */
@RestController
class JobOfferController {

  private static final String OFFER = "/calls/{id}/offer";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  JobOfferController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(OFFER)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Answer.Done call = api.read(HttpCalls.place(id));
    String told = done.equals("saved") ? pages.words(request).say("joboffer.done") : "";
    Map<String, String> form = OfferForm.of(call.body().path("jobOffer"));
    String key = HttpFormEnd.freshKey();
    return show(request, HttpStatus.OK, id, call, told, key, form, Map.of());
  }

  @PostMapping(OFFER)
  ResponseEntity<String> save(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = form.getOrDefault("seen", "");
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("joboffer.changed")
                    : words.problem(type))
        .after(
            api.post(HttpCalls.place(id) + "/job-offer", OfferForm.body(form), key, seen),
            _ -> HttpFormEnd.leadTo("/calls/" + id + "/offer?done=saved"),
            again -> {
              Answer.Done call = api.read(HttpCalls.place(id));
              return show(request, again.status(), id, call, "", again.key(), form, again.wrong());
            });
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Answer.Done call,
      String told,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    JsonNode asked = api.read(HttpCalls.QUESTIONS).body();
    List<OfferPage.Question> questions =
        asked.path("questions").valueStream().map(each -> question(words, each, form)).toList();
    var page =
        new OfferPage(
            id,
            call.body().path("exercise").asBoolean(false),
            told,
            by(words, call.body().path("jobOffer")),
            CallLines.leads(call.body()),
            questions,
            form,
            call.etag(),
            key,
            wrong);
    return pages.show(request, status, "calls/offer.jte", page);
  }

  private String by(Words words, JsonNode offer) {
    String who = words.person(offer.path("by").asString(""), HttpCalls.reader());
    return FactWords.instant(offer.path("at"))
        .map(at -> words.say("joboffer.by", who, words.when(at, clock.instant())))
        .orElse("");
  }

  private static OfferPage.Question question(Words words, JsonNode it, Map<String, String> form) {
    String code = it.path("question").asString("");
    String tag = words.language().tag();
    JsonNode source = it.path("source");
    return new OfferPage.Question(
        code,
        it.path("ask").path(tag).asString(""),
        source.path("document").asString("") + ", " + source.path("section").asString(""),
        form.getOrDefault(OfferForm.ANSWER + code, ""),
        it.path("advise").path(tag).asString(""),
        form.containsKey(OfferForm.TOLD + code));
  }
}
