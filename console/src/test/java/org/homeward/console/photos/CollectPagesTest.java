package org.homeward.console.photos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

/** The page on which a supervisor takes a locked picture to police. */
class CollectPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String PHOTO = "7a6b5c4d-3e2f-4101-9213-141516171819";
  private static final String BY = "{\"by\": \"p-1002\", \"at\": \"2026-11-29T02:00:00Z\"}";
  private static final Map<String, String> FORM =
      Map.of("reference", " KU 12/26 ", "fingerprint", "3f2a 91c0 77de 10ab", "key", "key-12345");

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private CollectController collect;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    collect = new CollectController(node.api(jelena.tokens()), rendered.pages());
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String all(String uploads, String one, String more) {
    return """
        {"case": "%s", "exercise": true, "%s": [{"%s": "%s", "version": 7, "locked": %s%s}]}"""
        .formatted(ID, uploads, one, PHOTO, BY, more);
  }

  private String page(Language language, String uploads, String one) {
    String more = ", \"state\": \"LOCKED\", \"handedOver\": " + BY;
    node.then(200, "", all(uploads, one, more));
    return String.valueOf(
        collect.read(RenderedPages.request(language), ID, uploads, PHOTO).getBody());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachLanguageHasTheForm(Language language) {
    assertThat(page(language, "photos", "photo"))
        .contains("name=\"reference\"", "name=\"fingerprint\"")
        .contains("/cases/" + ID + "/photos/" + PHOTO)
        .doesNotContain("<img", "collect.");
  }

  @Test
  void aPaperAndThePictureOfATipHaveItToo() {
    assertThat(page(Language.ENGLISH, "attachments", "attachment"))
        .contains("/cases/" + ID + "/attachments/" + PHOTO, "First call police back");
    node.then(
        200,
        "",
        "{\"tip\": \"%s\", \"picture\": {\"state\": \"LOCKED\", \"handedOver\": %s}}"
            .formatted(ID, BY));
    assertThat(collect.read(RenderedPages.request(Language.ENGLISH), ID).getBody())
        .contains("href=\"/tips/" + ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"state\": \"LOCKED\"",
        ", \"state\": \"SEEN\"",
        ", \"state\": \"DESTROYED\", \"handedOver\": {}"
      })
  void onlyALockedOneWhoseHandOverIsRecordedHasIt(String more) {
    node.then(200, "", all("photos", "photo", more));
    assertThatThrownBy(
            () -> collect.read(RenderedPages.request(Language.ENGLISH), ID, "photos", PHOTO))
        .hasMessageContaining("not-found");
  }

  @Test
  void theFileIsSavedAndNoBrowserKeepsIt() {
    node.then(200, "", "{\"as\": \"it came\"}");

    ResponseEntity<?> answer =
        collect.collect(RenderedPages.request(Language.ENGLISH), ID, "photos", PHOTO, FORM);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat((byte[]) answer.getBody()).isEqualTo("{\"as\": \"it came\"}".getBytes(US_ASCII));
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(answer.getHeaders().getFirst("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + PHOTO + ".jwe\"");
    assertThat(node.asked().getLast().what()).endsWith("/photos/" + PHOTO + "/collect");
    assertThat(node.asked().getLast().body())
        .contains("\"reference\":\"KU 12/26\"", "\"fingerprint\":\"3f2a 91c0 77de 10ab\"");
  }

  @Test
  void aWrongFingerprintIsSaidAtItsField() {
    node.then(
        422,
        "",
        """
        {"type": "urn:homeward:problem:invalid",
         "errors": [{"pointer": "/fingerprint", "rule": "other-key"}]}""");

    ResponseEntity<?> answer = collect.collect(RenderedPages.request(Language.ENGLISH), ID, FORM);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(String.valueOf(answer.getBody()))
        .contains("id=\"fingerprint-error\"", "This is not the fingerprint", "KU 12/26");
  }

  @Test
  void withoutAKeyOfPoliceThePageSaysWhomToAsk() {
    node.then(409, "", "{\"type\": \"urn:homeward:problem:no-police-key\"}");

    ResponseEntity<?> answer =
        collect.collect(RenderedPages.request(Language.ENGLISH), ID, "photos", PHOTO, FORM);

    assertThat(String.valueOf(answer.getBody())).contains("No key of police is set");
  }
}
