package org.homeward.console.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartFile;

/** The pages of photos: what is shown, what can be done, and what is sent. */
class PhotoPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String PHOTO = "7a6b5c4d-3e2f-4101-9213-141516171819";
  private static final String CASE =
      """
      {"id": "%s", "home": "rs", "standing": "OPEN", "exercise": false,
       "children": {"%s": {"status": "MISSING"}}, "facts": {"children": {"%s": {"sex": "MALE"}}}}
      """
          .formatted(ID, CHILD, CHILD);
  private static final String SAYS =
      """
      , "says": {"source": "FAMILY", "takenOn": "2026-04", "saidBy": "PARENT",
        "label": "UNCHANGED"}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private PhotosController photos;
  private PhotoController photo;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    photos = new PhotosController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
    photo = new PhotoController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String all(String state, String more) {
    return """
        {"case": "%s", "exercise": false, "photos": [{"photo": "%s", "version": 7, "state": "%s",
          "child": "%s", "uploaded": {"by": "p-1002", "at": "2026-11-29T02:00:00Z"}%s}]}"""
        .formatted(ID, PHOTO, state, CHILD, more);
  }

  private String page(String state, String more) {
    node.then(200, "\"3\"", CASE).then(200, "", all(state, more));
    return body(photo.read(RenderedPages.request(Language.ENGLISH), ID, PHOTO, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void untilSomebodyLooksThereAreBlotsOfColour() {
    String page = page("UNSEEN", "");

    assertThat(page).contains("/photos/" + PHOTO + "/veiled").contains("Look at it");
    assertThat(page).doesNotContain("/1600", "Let police have it now");
  }

  @Test
  void aReleaseSaysItsEffectAndSendsTheVersionThatWasShown() {
    assertThat(page("SEEN", SAYS)).contains("a copy that police made stays with them");
    node.then(200, "\"8\"", "{\"photo\": \"" + PHOTO + "\"}");

    var answer =
        photo.act(
            RenderedPages.request(Language.ENGLISH),
            ID,
            PHOTO,
            "release",
            Map.of("key", "key-1", "seen", "\"7\""));

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/photos/" + PHOTO + "?done=release");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"7\"");
    assertThat(node.asked().getLast().key()).isEqualTo("key-1");
  }

  @Test
  void whatNobodyDescribedIsNotOfferedToPolice() {
    assertThat(page("SEEN", ""))
        .doesNotContain("Let police have it now")
        .contains("What this photo is");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void oneOfATipSaysWhoSentItAndThatItsOriginalIsNotKept(Language language) {
    String more = ", \"fromTip\": {\"tip\": \"%s\", \"sentBy\": \"PUBLIC\"}, \"original\": \"%s\"";
    node.then(200, "\"3\"", CASE).then(200, "", all("SEEN", more.formatted(ID, "NOT_KEPT")));
    String page = body(photo.read(RenderedPages.request(language), ID, PHOTO, ""));

    assertThat(page)
        .contains("value=\"TIP\"", "value=\"NOBODY\"")
        .doesNotContain("value=\"FAMILY\"");
    if (language == Language.ENGLISH) {
      assertThat(page)
          .contains("Came with a tip of the public", "Taken into the case: ")
          .contains("The file as it came is not kept")
          .doesNotContain("Added: ");
      assertThat(page("SEEN", more.formatted(ID, "KEPT"))).doesNotContain("is not kept");
      assertThat(page("SEEN", "")).contains("value=\"FAMILY\"").doesNotContain("value=\"TIP\"");
    }
  }

  @Test
  void whoeverTookOneOverFromATipIsNotOfferedToWithdrawIt() {
    String ofTip = ", \"fromTip\": {\"tip\": \"" + ID + "\", \"sentBy\": \"PUBLIC\"}";
    assertThat(page("SEEN", ofTip)).contains("/withdraw\"", "/lock\"");

    try (var other = new SignedIn("p-1002", "supervisor")) {
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      photo = new PhotoController(node.api(other.tokens()), rendered.pages(), "rs", clock);
      assertThat(page("SEEN", ofTip)).contains("/lock\"").doesNotContain("/withdraw\"");
      assertThat(page("SEEN", "")).contains("/withdraw\"");
    }
  }

  @Test
  void onlyASupervisorSharesWithPartners() {
    String button = "action=\"/cases/" + ID + "/photos/" + PHOTO + "/share\"";
    assertThat(page("RELEASED", SAYS)).contains(button);

    try (var ana = new SignedIn("p-1002", "operator")) {
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      photo = new PhotoController(node.api(ana.tokens()), rendered.pages(), "rs", clock);
      assertThat(page("RELEASED", SAYS)).doesNotContain(button).contains("What this photo is");
    }
  }

  private static final String PROPOSED =
      SAYS
          + """
          , "public": {"proposed": {"by": "%s", "at": "2026-11-29T02:00:00Z"},
            "childSays": "NOT_POSSIBLE", "knownBy": "PARENT"%s}""";

  @Test
  void whatHasADateIsProposedAndAnotherPersonConfirmsIt() {
    assertThat(page("RELEASED", SAYS)).contains("/propose\"").doesNotContain("/public-400");
    assertThat(page("RELEASED", SAYS.replace("\"takenOn\": \"2026-04\", ", "")))
        .doesNotContain("/propose\"");
    assertThat(page("RELEASED", PROPOSED.formatted("p-1002", "")))
        .contains("/public-400", "/confirm\"", "/take-back\"")
        .doesNotContain("/propose\"");
    assertThat(page("RELEASED", PROPOSED.formatted("p-1001", "")))
        .contains("/public-400", "/take-back\"")
        .doesNotContain("/confirm\"");
    String confirmed =
        ", \"confirmed\": {\"by\": \"p-1001\", \"at\": \"2026-11-29T03:00:00Z\","
            + " \"ground\": \"KNOWS_CHILD\"}";
    assertThat(page("RELEASED", PROPOSED.formatted("p-1002", confirmed)))
        .contains("The public may be shown this part", "/take-back\"")
        .doesNotContain("/confirm\"");
  }

  /** Without scripts the numbers are all there is; a script draws on the picture of the page. */
  @Test
  void thePartForThePublicIsChosenOnThePictureOrTyped() {
    for (Language language : Language.ready()) {
      node.then(200, "\"3\"", CASE).then(200, "", all("RELEASED", SAYS));
      String page = body(photo.read(RenderedPages.request(language), ID, PHOTO, ""));

      assertThat(page)
          .contains("id=\"picture-large\"", "<hw-crop data-picture=\"picture-large\"")
          .contains("{0}", "{3}", "name=\"left\"", "name=\"height\"", "/crop.js\"");
    }
    assertThat(page("SEEN", SAYS)).doesNotContain("hw-crop", "crop.js");
  }

  @Test
  void aProposalSendsThePartAsItWasTyped() {
    node.then(200, "\"8\"", "{\"photo\": \"" + PHOTO + "\"}");

    photo.act(
        RenderedPages.request(Language.ENGLISH),
        ID,
        PHOTO,
        "propose",
        Map.of(
            "key",
            "key-1",
            "seen",
            "\"7\"",
            "childSays",
            "YES",
            "knownBy",
            "PARENT",
            "left",
            "10",
            "top",
            "x",
            "width",
            "200",
            "showsNobodyElse",
            "yes"));

    assertThat(node.asked().getLast().what()).endsWith("/photos/" + PHOTO + "/public");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"7\"");
    assertThat(node.asked().getLast().body())
        .contains("\"left\":10", "\"top\":\"x\"", "\"width\":200", "\"showsNobodyElse\":true")
        .doesNotContain("height");
  }

  @Test
  void aLockedOneHasNoPicture() {
    String page =
        page("LOCKED", ", \"locked\": {\"by\": \"p-1002\", \"at\": \"2026-11-29T02:00:00Z\"}");

    assertThat(page).doesNotContain("<img").contains("Have police collect it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSEEN", "WAITS", "SEEN", "RELEASED", "LOCKED", "DESTROYED"})
  void eachStateHasAPageInEachLanguage(String state) {
    for (Language language : Language.ready()) {
      node.then(200, "\"3\"", CASE).then(200, "", all(state, SAYS));
      assertThat(body(photo.read(RenderedPages.request(language), ID, PHOTO, ""))).contains("<h1>");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePhotosOfACaseAreListedAndSent(Language language) {
    node.then(200, "\"3\"", CASE).then(200, "", all("SEEN", SAYS));
    String page = body(photos.read(RenderedPages.request(language), ID, ""));

    assertThat(page).contains("enctype=\"multipart/form-data\"", "/photos/" + PHOTO + "/400");
  }

  @Test
  void aPictureIsSentAsItCame() {
    node.then(201, "\"1\"", "{\"photo\": \"" + PHOTO + "\"}");
    var picture = new MockMultipartFile("picture", "a.jpg", "image/jpeg", new byte[] {65, 66});

    var answer =
        photos.send(
            RenderedPages.request(Language.ENGLISH), ID, picture, CHILD, false, "key-123456");

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/photos/" + PHOTO + "?done=sent");
    assertThat(node.asked().getFirst().what())
        .isEqualTo("POST /api/v1/cases/" + ID + "/children/" + CHILD + "/photos");
    assertThat(node.asked().getFirst().body()).isEqualTo("AB");
    assertThat(node.asked().getFirst().key()).isEqualTo("key-123456");
  }

  private static final String LOOKED =
      ", \"looked\": {\"by\": \"p-1001\", \"at\": \"2026-11-29T02:00:00Z\"}";

  @Test
  void aChildsOwnPictureIsASupervisorsToLookAtAndToShow() {
    assertThat(page("WAITS", ""))
        .contains("/veiled\"", "/look\"", "You alone are shown this photo")
        .doesNotContain("/show\"", "/description\"");
    assertThat(page("WAITS", LOOKED))
        .contains("/1600\"", "/show\"", "/lock\"", "/withdraw\"")
        .doesNotContain("/look\"", "/description\"", "/release\"");

    try (var ana = new SignedIn("p-1002", "operator")) {
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      photo = new PhotoController(node.api(ana.tokens()), rendered.pages(), "rs", clock);
      for (String looked : new String[] {"", LOOKED}) {
        assertThat(page("WAITS", looked))
            .contains("A supervisor looks first", "Waits for a supervisor", "/lock\"")
            .doesNotContain("<img", "/look\"", "/show\"", "/withdraw\"");
      }
    }
  }

  @Test
  void whoeverSendsItSaysThatTheChildSentIt() {
    node.then(201, "\"1\"", "{\"photo\": \"" + PHOTO + "\"}");
    var picture = new MockMultipartFile("picture", "a.jpg", "image/jpeg", new byte[] {65, 66});

    var answer =
        photos.send(RenderedPages.request(Language.ENGLISH), ID, picture, CHILD, true, "key-1234");

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/photos/" + PHOTO + "?done=waits");
    assertThat(node.asked().getFirst().what()).endsWith("/photos?sentByChild=true");
  }

  @Test
  void aRefusedPictureIsRefusedInWords() {
    node.then(
            422,
            "",
            "{\"type\": \"urn:homeward:problem:invalid\","
                + " \"errors\": [{\"pointer\": \"\", \"rule\": \"not-a-picture\"}]}")
        .then(200, "\"3\"", CASE)
        .then(200, "", all("SEEN", SAYS));
    var picture = new MockMultipartFile("picture", "a.gif", "image/gif", new byte[] {1});

    var answer =
        photos.send(
            RenderedPages.request(Language.ENGLISH), ID, picture, CHILD, false, "key-123456");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer)).contains("This is no picture in JPEG, PNG, WebP or HEIC");
  }

  @Test
  void nothingChosenIsSaid() {
    node.then(200, "\"3\"", CASE).then(200, "", all("SEEN", SAYS));

    var answer =
        photos.send(RenderedPages.request(Language.ENGLISH), ID, null, CHILD, false, "key-123456");

    assertThat(body(answer)).contains("Choose a picture first");
  }
}
