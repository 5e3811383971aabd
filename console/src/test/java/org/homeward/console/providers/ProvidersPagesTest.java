package org.homeward.console.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

/** The pages of the directory: what a reader finds, and what a supervisor keeps. */
class ProvidersPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages rendered = new RenderedPages().knowing("p-2", "Ana");
  private SignedIn reader = new SignedIn("p-1", "supervisor");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
    reader.close();
  }

  private void as(String... roles) {
    reader.close();
    reader = new SignedIn("p-1", roles);
  }

  private static Clock clock() {
    return Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
  }

  private ProvidersController list() {
    return new ProvidersController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private ProviderController one() {
    return new ProviderController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private static String provider(String said, boolean sealed) {
    return """
        {"provider": "%s", "name": %s, "services": ["LEGAL_ADVICE", "ACCOMMODATION"],
         "phone": "+381112345678", "hours": %s, "languages": ["sr", "rom"], "fromAge": 10,
         "toAge": 17, "places": 4%s, "sealed": %s, "checkedAt": "2026-03-01T02:00:00Z",
         "checkedBy": "p-2", "unchecked": true}"""
        .formatted(
            ID,
            Json.mapper().valueToTree(said),
            Json.mapper().valueToTree(said),
            sealed ? "" : ", \"address\": \"Main street 1\"",
            sealed);
  }

  private String page(Language language, String said, boolean sealed) {
    node.then(200, "\"3\"", provider(said, sealed));
    return body(one().read(RenderedPages.request(language), ID, ""));
  }

  private String directory(Language language, String said) {
    node.then(200, "", "{\"providers\": [" + provider(said, true) + "]}");
    return body(list().list(RenderedPages.request(language), "LEGAL_ADVICE", "sr", ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void theListSaysWhoHelpsWhomAndWhomToAskAgain() {
    String page = directory(Language.ENGLISH, "Lawyers for children");

    assertThat(page)
        .contains("Lawyers for children", "Legal advice", "10 to 17 years", "Places: 4")
        .contains("Ask again whether all is still so.", "Last asked by Ana", "Address sealed")
        .contains("action=\"/providers\" data-hw-form");
    assertThat(node.asked().getLast().what())
        .endsWith("/api/v1/providers?service=LEGAL_ADVICE&language=sr");
  }

  @Test
  void operatorsReadAndKeepNothing() {
    as("operator");

    assertThat(directory(Language.ENGLISH, "Lawyers")).doesNotContain("data-hw-form");
    assertThat(page(Language.ENGLISH, "Lawyers", true))
        .doesNotContain("data-hw-form", "/address\"");
    assertThat(page(Language.ENGLISH, "Lawyers", false)).contains("Main street 1");
  }

  @Test
  void anAddressIsShownOnAPageOfItsOwn() {
    as("confidant");
    assertThat(page(Language.ENGLISH, "House", true))
        .contains("href=\"/providers/" + ID + "/address\"", "That you have looked is recorded");
    node.then(200, "", "{\"provider\": \"" + ID + "\", \"address\": \"Hidden road 1\"}");
    node.then(200, "\"3\"", provider("House", true));

    assertThat(body(one().address(RenderedPages.request(Language.ENGLISH), ID)))
        .contains("Hidden road 1");
  }

  @Test
  void aSealedAddressThatNobodyTypesStays() {
    node.then(200, "", "{\"provider\": \"" + ID + "\", \"takenOut\": false}");

    var answer =
        one()
            .say(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of(
                    "key", "k",
                    "seen", "\"3\"",
                    "name", " House ",
                    "phone", "+381112345678",
                    "services.ACCOMMODATION", "true",
                    "languages", "sr, rom",
                    "places", "4",
                    "sealed", "true",
                    "address", ""));

    assertThat(answer.getHeaders().getLocation()).hasToString("/providers/" + ID + "?done=say");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"3\"");
    assertThat(node.asked().getLast().body())
        .isEqualTo(
            "{\"name\":\"House\",\"phone\":\"+381112345678\",\"places\":4,"
                + "\"services\":[\"ACCOMMODATION\"],\"languages\":[\"sr\",\"rom\"]}");
  }

  @Test
  void anOpenAddressThatIsEmptiedGoes() {
    assertThat(ProviderForm.body(Map.of("name", "x", "address", " ")).path("address").isNull())
        .isTrue();
  }

  @Test
  void aRefusalKeepsWhatWasTyped() {
    node.thenProblem(412, "precondition-failed");
    node.then(200, "\"4\"", provider("House", true));

    var answer =
        one()
            .say(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of("key", "k", "seen", "\"3\"", "name", "Another name"));

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(body(answer))
        .contains("Somebody else has changed the entry meanwhile")
        .contains("value=\"Another name\"");
  }

  @Test
  void whatIsTakenOutLeadsToTheList() {
    node.then(200, "", "{\"provider\": \"" + ID + "\", \"takenOut\": true}");

    var answer =
        one()
            .takeOut(
                RenderedPages.request(Language.ENGLISH), ID, Map.of("key", "k", "seen", "\"3\""));

    assertThat(answer.getHeaders().getLocation()).hasToString("/providers?done=out");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePagesAreWholeInEachLanguage(Language language) {
    assertThat(directory(language, "x")).contains("name=\"services.MEDICAL\"");
    assertThat(page(language, "x", true)).contains("name=\"sealed\"");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(page(Language.ENGLISH, "x", true));
    for (String said : HostileTexts.all()) {
      assertThat(HostileTexts.tags(page(Language.ENGLISH, said, true))).as(said).isEqualTo(known);
    }
  }
}
