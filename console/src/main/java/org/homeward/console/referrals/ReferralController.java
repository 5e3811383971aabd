package org.homeward.console.referrals;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.node.ObjectNode;

/** One referral: exactly what is handed over, on paper too, and what became of it. */
@RestController
class ReferralController {

  private static final String PAGE = "/care-files/{id}/referrals/{referral}";
  private static final Set<String> OUT = Set.of("SENT", "SEEN", "ACCEPTED");
  private static final Set<String> STAGES =
      Set.of("DRAFT", "CONSENTED", "SENT", "SEEN", "ACCEPTED", "REJECTED", "DONE", "REVOKED");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ReferralController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String referral,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = STAGES.contains(done) ? words.say("referrals.done." + done) : "";
    return show(
        request, HttpStatus.OK, at(id, referral), told, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  /** The sheet alone, for paper. */
  @GetMapping(PAGE + "/print")
  ResponseEntity<String> print(
      HttpServletRequest request, @PathVariable String id, @PathVariable String referral) {
    Answer.Done found = api.read(at(id, referral));
    return pages.show(
        request,
        "referrals/print.jte",
        page(request, found, "", HttpFormEnd.freshKey(), Map.of(), Map.of()));
  }

  @PostMapping(PAGE + "/sheet")
  ResponseEntity<String> redraft(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String referral,
      @RequestParam Map<String, String> form) {
    ObjectNode body = ReferralForm.sheet(form, pages.words(request).zone());
    return change(request, id, referral, "sheet", body, form);
  }

  @PostMapping(PAGE + "/steps")
  ResponseEntity<String> step(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String referral,
      @RequestParam Map<String, String> form) {
    var zone = pages.words(request).zone();
    ObjectNode body =
        form.getOrDefault("step", "").equals("CONSENT")
            ? ReferralForm.consent(form, zone)
            : ReferralForm.step(form, zone);
    return change(request, id, referral, "steps", body, form);
  }

  private static String at(String id, String referral) {
    return "/api/v1/care-files/" + PathId.of(id) + "/referrals/" + PathId.of(referral);
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String referral,
      String what,
      ObjectNode body,
      Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String address = at(id, referral);
    String press = key + "-" + form.getOrDefault("step", what);
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                switch (type) {
                  case "precondition-failed" -> words.say("referrals.changed");
                  case "conflict" -> words.say("referrals.notNow");
                  default -> words.problem(type);
                })
        .after(
            api.post(address + "/" + what, body, press, form.getOrDefault("seen", "")),
            now ->
                HttpFormEnd.leadTo(
                    "/care-files/"
                        + id
                        + "/referrals/"
                        + referral
                        + "?done="
                        + now.body().path("stage").asString("")),
            again -> show(request, again.status(), address, "", again.key(), form, again.wrong()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String address,
      String told,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    ReferralPage page = page(request, api.read(address), told, key, typed, wrong);
    return pages.show(request, status, "referrals/referral.jte", page);
  }

  private ReferralPage page(
      HttpServletRequest request,
      Answer.Done found,
      String told,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    var story =
        new ReferralStory(
            pages.words(request), HttpPages.person().orElseThrow().id(), clock.instant());
    JsonNode referral = found.body();
    JsonNode sheet = referral.path("sheet");
    boolean mine = referral.path("mine").asBoolean(false);
    return new ReferralPage(
        story.line(referral),
        told,
        referral.path("phone").asString(""),
        story.sheet(sheet),
        sheet.path("age").asString("").equals("CHILD"),
        story.steps(referral),
        mine ? codes(referral.path("allowed")) : List.of(),
        codes(referral.path("choices")),
        story.shared(sheet),
        sheet.path("words").asString(""),
        OUT.contains(referral.path("stage").asString("")),
        found.etag(),
        key,
        typed,
        wrong);
  }

  private static List<String> codes(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
