package org.homeward.console.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewPagesTest {

  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static ReviewPage page(ReviewPage.Line... lines) {
    return new ReviewPage("NIGHT", "ALL", "key", "", List.of(lines), "", Map.of());
  }

  private static ReviewPage.Line line(String text, boolean own, String seen) {
    return new ReviewPage.Line(CASE, "RS-D6C8B7", true, "HELD", 1, text, text, text, own, seen);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileReasonsAreNeverMarkup(Language language) {
    var plain = pages.of(language, "reviews/review.jte", page(line("x", false, "")));
    for (String text : HostileTexts.all()) {
      assertThat(
              HostileTexts.tags(
                  pages.of(language, "reviews/review.jte", page(line(text, false, "")))))
          .isEqualTo(HostileTexts.tags(plain));
    }
  }

  @Test
  void aDecisionIsToldWithWhoWhenAndWhy() {
    var words = new ReviewWords(pages.words(Language.ENGLISH), "rs", "p-1003", RenderedPages.NOW);
    var found =
        Json.mapper()
            .readTree(
                """
                {"case":"%s","decision":3,"exercise":false,"kind":"ENDED","child":"c","by":"p-1001",
                 "at":"2026-11-29T01:40:00Z","code":"FOUND_SAFE","verifiedBy":"POLICE_REFERENCE",
                 "seen":{"by":"p-1003","at":"2026-11-29T02:30:00Z"}}"""
                    .formatted(CASE));

    ReviewPage.Line line = words.line(found);

    assertThat(line.what()).startsWith("A child's search has ended: ").doesNotContain("FOUND_SAFE");
    assertThat(line.by()).startsWith("a colleague, 02:40");
    assertThat(line.seen()).startsWith("you, ");
    assertThat(line.own()).isFalse();
  }

  @Test
  void onlyWhatAnotherPersonDecidedCanBeMarked() {
    String html =
        pages.of(
            Language.ENGLISH,
            "reviews/review.jte",
            page(line("x", true, ""), line("x", false, "you, 03:40")));

    assertThat(html).contains("Your own decision", "Seen: you").doesNotContain("/seen\"");
    assertThat(pages.of(Language.ENGLISH, "reviews/review.jte", page(line("x", false, ""))))
        .contains("/review/" + CASE + "/1/seen");
  }

  @Test
  void theLastNightBeganYesterdayEvening() {
    var belgrade = ZoneId.of("Europe/Belgrade");

    assertThat(ReviewsController.since("NIGHT", RenderedPages.NOW, belgrade))
        .isEqualTo(Instant.parse("2026-11-28T17:00:00Z"));
    assertThat(ReviewsController.since("DAYS", RenderedPages.NOW, belgrade))
        .isEqualTo(Instant.parse("2026-11-26T02:40:00Z"));
  }

  @Test
  void anEmptyReviewSaysThatNothingIsLeft() {
    assertThat(pages.of(Language.ENGLISH, "reviews/review.jte", page())).contains("hw-empty");
  }
}
