package org.homeward.console.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.partners.HttpPartners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ResponseEntity;

/** The photos of a partner's case: nothing is shown before somebody presses. */
class HeldPhotosTest {

  private static final String ONE = "/api/v1/handovers/" + HandoverSamples.ID;
  private static final String PHOTO = "7a6b5c4d-3e2f-8101-9213-141516171819";
  private static final String HERE = "/handovers/" + HandoverSamples.ID + "/photos/" + PHOTO;

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn eleni = new SignedIn("p-2005", "partner-desk");
  private AnsweringApi node;
  private HeldPhotosController photos;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    HttpApi api = node.api(eleni.tokens());
    Clock clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    var handovers = new HttpHandovers(api, new HttpPartners(api), rendered.pages(), "gr", clock);
    photos = new HeldPhotosController(api, handovers, rendered.pages(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    eleni.close();
  }

  private void answers(String state, boolean frozen) {
    node.then(
            200,
            "\"3\"",
            HandoverSamples.plain("HOLDER", "RELEASED")
                .put("scope", "FULL")
                .put("frozen", frozen)
                .toString())
        .then(
            200,
            "",
            """
            {"handover": "%s", "photos": [{"photo": "%s", "child": "c", "source": "FAMILY",
              "takenOn": "2026-04", "saidBy": "PARENT", "label": "UNCHANGED", "state": "%s"%s}]}
            """
                .formatted(
                    HandoverSamples.ID,
                    PHOTO,
                    state,
                    state.equals("SEEN")
                        ? ", \"looked\": {\"by\": \"p-2005\", \"at\": \"2026-11-29T02:20:00Z\"}"
                        : ""))
        .then(200, "", HandoverSamples.content("Mila").toString())
        .then(200, "", "{\"partners\":[]}");
  }

  private String page(String state, boolean frozen, Language language) {
    answers(state, frozen);
    return String.valueOf(
        photos.read(RenderedPages.request(language), HandoverSamples.ID, "").getBody());
  }

  static List<Language> languages() {
    return Language.ready();
  }

  @Test
  void whatNobodyHasLookedAtIsNoPictureButAButton() {
    assertThat(page("UNSEEN", false, Language.ENGLISH))
        .contains("action=\"" + HERE + "/look\"", "Both hotlines record that you looked")
        .doesNotContain("<img");
  }

  @Test
  void onceLookedAtItIsShownWithWhatThePartnerSays() {
    assertThat(page("SEEN", false, Language.ENGLISH))
        .contains("src=\"" + HERE + "/400\"", "Photo: Mila", "Taken 2026-04")
        .doesNotContain("/look\"");
  }

  @Test
  void whileTheOwnerHasFrozenTheCaseNothingIsShown() {
    assertThat(page("SEEN", true, Language.ENGLISH))
        .contains("The partner has frozen the case")
        .doesNotContain("<img");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachLanguageHasItsWords(Language language) {
    for (String state : new String[] {"UNSEEN", "UNREADABLE", "GONE"}) {
      assertThat(page(state, false, language)).doesNotContain("held.", "handover.", "<img");
    }
  }

  @Test
  void theLookIsOneCommandAndLeadsBack() {
    node.then(200, "", "{\"photo\": \"" + PHOTO + "\"}");

    ResponseEntity<String> led =
        photos.look(
            RenderedPages.request(Language.ENGLISH),
            HandoverSamples.ID,
            PHOTO,
            Map.of("key", "key-of-form"));

    assertThat(led.getStatusCode().value()).isEqualTo(303);
    assertThat(node.asked())
        .last()
        .extracting(Asked::what)
        .isEqualTo("POST " + ONE + "/photos/" + PHOTO + "/look");
  }

  @Test
  void aPartnerThatDoesNotAnswerIsSaidInWords() {
    node.thenProblem(409, "owner-away");
    answers("UNSEEN", false);

    ResponseEntity<String> shown =
        photos.look(
            RenderedPages.request(Language.ENGLISH),
            HandoverSamples.ID,
            PHOTO,
            Map.of("key", "key-of-form"));

    assertThat(shown.getBody()).contains("does not answer");
  }

  @Test
  void noOtherAddressIsAskedFor() {
    assertThat(catchThrowable(() -> photos.picture(HandoverSamples.ID, "../x", "400"))).isNotNull();
    assertThat(catchThrowable(() -> photos.picture(HandoverSamples.ID, PHOTO, "original")))
        .isNotNull();
    assertThat(node.asked()).isEmpty();
  }
}
