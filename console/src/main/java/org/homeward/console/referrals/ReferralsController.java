package org.homeward.console.referrals;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The referrals that wait for somebody, over all care files that the reader may open. */
@RestController
class ReferralsController {

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ReferralsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/referrals")
  ResponseEntity<String> work(
      HttpServletRequest request, @RequestParam(defaultValue = "WITH_ME") String of) {
    String which = ReferralsPage.WHICH.contains(of) ? of : ReferralsPage.WHICH.getFirst();
    var story =
        new ReferralStory(
            pages.words(request), HttpPages.person().orElseThrow().id(), clock.instant());
    var page =
        new ReferralsPage(
            which,
            story.lines(api.read("/api/v1/referrals?limit=200&of=" + which).body()),
            story.plans(api.read("/api/v1/support").body()));
    return pages.show(request, "referrals/referrals.jte", page);
  }
}
