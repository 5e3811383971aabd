package org.homeward.console.referrals;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.console.providers.HttpProviderNames;
import org.homeward.schema.people.SupportService;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The referrals of one care file; a new one begins with its sheet. */
@RestController
class FileReferralsController {

  private static final String PAGE = "/care-files/{id}/referrals";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  FileReferralsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, id, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  @PostMapping(PAGE)
  ResponseEntity<String> draft(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(words, key)
        .after(
            api.post(file(id) + "/referrals", ReferralForm.draft(form, words.zone()), key, ""),
            made ->
                HttpFormEnd.leadTo(
                    "/care-files/"
                        + id
                        + "/referrals/"
                        + made.body().path("referral").asString("")
                        + "?done=DRAFT"),
            again -> show(request, again.status(), id, again.key(), form, again.wrong()));
  }

  private static String file(String id) {
    return "/api/v1/care-files/" + PathId.of(id);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    var story =
        new ReferralStory(
            pages.words(request), HttpPages.person().orElseThrow().id(), clock.instant());
    JsonNode file = api.read(file(id)).body();
    List<ReferralLine> lines = story.lines(api.read(file(id) + "/referrals").body());
    var page =
        new FileReferralsPage(
            id,
            file.path("exercise").asBoolean(false),
            file.path("mine").asBoolean(false),
            lines,
            HttpProviderNames.of(api),
            Stream.of(SupportService.values())
                .filter(each -> each != SupportService.OTHER)
                .map(Enum::name)
                .toList(),
            key,
            typed,
            wrong);
    return pages.show(request, status, "referrals/file.jte", page);
  }
}
