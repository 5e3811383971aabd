package org.homeward.console.preferences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.preferences.PreferencesPage.Offered;
import org.homeward.console.preferences.PreferencesPage.Phone;
import org.homeward.console.preferences.PreferencesPage.Quiet;
import org.homeward.console.preferences.ToldPage.Told;
import org.homeward.face.door.Clients;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The page that a volunteer opens by a link, and what its forms send. */
class PreferencesPagesTest {

  private static final String TOKEN = "t".repeat(43);
  private static final String KEY = "k".repeat(43);
  private static final String API = "POST /api/v1/subscriptions/preferences";
  private static final String SHOWN =
      """
      {"email": "ana@example.org", "country": "RS", "exercise": false, "regions": ["RS-01"],
       "language": "sr", "quietFrom": "22:00", "quietTo": "07:00", "zone": "Europe/Athens",
       "texts": true}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn nobody = new SignedIn("p-1001");
  private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
  private AnsweringApi node;
  private PreferencesController preferences;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    preferences =
        new PreferencesController(
            node.api(nobody.tokens()),
            rendered.pages(),
            new Clients(List.of()),
            new HttpPreferencesForm("RS"));
    form.set("key", KEY);
    form.set("shown", "en");
  }

  @AfterEach
  void stop() {
    node.close();
    nobody.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/preferences");
    request.addHeader("Accept-Language", "de");
    return request;
  }

  private static String html(ResponseEntity<?> answer) {
    return String.valueOf(Optional.ofNullable(answer.getBody()).orElseThrow());
  }

  @Test
  @Proves(8)
  void everyAddressGetsTheSameAnswer() {
    node.then(202, "", "{}").then(202, "", "{}");
    form.set("email", " known@example.org ");
    String known = html(preferences.ask(request(), form));
    form.set("email", "unknown@example.org");

    assertThat(html(preferences.ask(request(), form))).isEqualTo(known);
    assertThat(known).contains("Look at your mail").doesNotContain("example.org");
    assertThat(node.asked().getFirst().what()).isEqualTo(API);
    assertThat(node.asked().getFirst().body()).isEqualTo("{\"email\":\"known@example.org\"}");
  }

  @Test
  void anAddressThatIsNoneIsSaid() {
    node.then(
        422,
        "",
        "{\"type\":\"urn:homeward:problem:invalid\",\"errors\":[{\"pointer\":\"/email\",\"rule\":"
            + "\"wrong-form\"}]}");

    var answer = preferences.ask(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("role=\"alert\"", "href=\"#email\"");
  }

  @Test
  void aLinkShowsAButtonAndAsksNobody() {
    var answer = preferences.button(request(), TOKEN, "en");

    assertThat(html(answer)).contains("action=\"/preferences/open\"", "value=\"" + TOKEN + "\"");
    assertThat(node.asked()).isEmpty();
    assertThat(preferences.button(request(), "<b>", "en").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void theButtonOpensThePage() {
    node.then(200, "", "{\"key\":\"" + KEY + "\",\"preferences\":" + SHOWN + "}");
    form.set("token", TOKEN);

    String page = html(preferences.open(request(), form));

    assertThat(node.asked().getFirst().body()).isEqualTo("{\"token\":\"" + TOKEN + "\"}");
    assertThat(page)
        .contains("ana@example.org", "value=\"22:00\"", "value=\"07:00\"")
        .contains("value=\"RS-01\" checked", "value=\"Europe/Athens\" selected")
        .contains("action=\"/preferences/phone\"", "action=\"/preferences/leave\"")
        .doesNotContain("<script", "style=", TOKEN, "?language=");
  }

  @Test
  void aChangeGoesAsItWasChosenAndTheKeyStaysOutOfAddresses() {
    node.then(200, "", SHOWN);
    form.set("language", "en");
    form.addAll("regions", List.of("RS-01", "RS-02"));
    form.set("quietFrom", "22:00");
    form.set("quietTo", "07:00");
    form.set("zone", "Europe/Belgrade");

    String page = html(preferences.change(request(), form));

    assertThat(page).contains("role=\"status\"", "Saved.");
    AnsweringApi.Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo(API + "/change").doesNotContain(KEY);
    assertThat(asked.body())
        .isEqualTo(
            "{\"key\":\""
                + KEY
                + "\",\"language\":\"en\",\"regions\":[\"RS-01\",\"RS-02\"],\"quietFrom\":\"22:00\","
                + "\"quietTo\":\"07:00\",\"zone\":\"Europe/Belgrade\"}");
  }

  @Test
  void theWholeCountryIsEveryRegionAndEmptyTimesAreNone() {
    node.then(200, "", SHOWN);
    form.set("language", "sr");
    form.set("whole", "true");
    form.add("regions", "RS-01");
    form.set("quietFrom", "");
    form.set("quietTo", "");
    form.set("zone", "Europe/Belgrade");

    preferences.change(request(), form);

    assertThat(node.asked().getFirst().body())
        .isEqualTo("{\"key\":\"" + KEY + "\",\"language\":\"sr\",\"regions\":[]}");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsTypedTwice() {
    node.then(
            422,
            "",
            "{\"type\":\"urn:homeward:problem:invalid\",\"errors\":[{\"pointer\":\"/quietTo\","
                + "\"rule\":\"empty-time\"}]}")
        .then(200, "", SHOWN);
    form.set("language", "el");
    form.set("whole", "true");
    form.set("quietFrom", "21:00");
    form.set("quietTo", "21:00");
    form.set("zone", "Europe/Belgrade");

    var answer = preferences.change(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer))
        .contains("id=\"quietTo-error\"", "value=\"21:00\"", "value=\"el\" checked");
    assertThat(node.asked().getLast().what()).isEqualTo(API + "/show");
  }

  @Test
  void takingAllTicksAwayIsNotTheWholeCountry() {
    node.then(200, "", SHOWN);
    form.set("language", "sr");

    var answer = preferences.change(request(), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("href=\"#regions\"");
    assertThat(node.asked()).extracting(AnsweringApi.Asked::what).containsExactly(API + "/show");
  }

  @Test
  void aPageThatIsNoneAnyMoreSaysSoAndNothingElse() {
    node.thenProblem(404, "not-found").thenProblem(404, "not-found").thenProblem(404, "not-found");

    form.set("whole", "true");

    for (var answer :
        List.of(
            preferences.change(request(), form),
            preferences.leave(request(), form),
            preferences.export(request(), form))) {
      assertThat(answer.getStatusCode().value()).isEqualTo(404);
      assertThat(html(answer)).contains("does not work any more", "href=\"/preferences\"");
    }
  }

  @Test
  void whatIsKeptIsAFile() {
    node.then(200, "", "{\"email\":\"ana@example.org\"}");

    var answer = preferences.export(request(), form);

    assertThat(answer.getHeaders().getFirst("Content-Disposition")).contains("116000.json");
    assertThat(new String((byte[]) Optional.ofNullable(answer.getBody()).orElseThrow(), UTF_8))
        .contains("ana@example.org");
  }

  private static PreferencesPage page(String text) {
    return new PreferencesPage(
        KEY,
        text,
        true,
        text,
        "sr",
        List.of("RS-01"),
        new Quiet(text, text, text),
        true,
        new Phone(text, "UNPROVEN", "too-many"),
        new Offered(Map.of("RS-01", text), List.of(text)),
        text,
        text,
        Map.of("code", text, "phone", text));
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasItsWords(Language language) {
    for (Told told : Told.values()) {
      assertThat(rendered.of(language, "preferences/told.jte", ToldPage.of(told)))
          .contains("<h1>", "lang=\"" + language.tag() + "\"")
          .doesNotContain("<script", "style=", "https://");
    }
    assertThat(rendered.of(language, "preferences/preferences.jte", page("x")))
        .contains("action=\"/preferences/phone/prove\"", "autocomplete=\"one-time-code\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "GREEK"})
  void hostileTextsAreNeverMarkup(Language language) {
    var plain = HostileTexts.tags(rendered.of(language, "preferences/preferences.jte", page("x")));
    for (String text : HostileTexts.all()) {
      assertThat(
              HostileTexts.tags(rendered.of(language, "preferences/preferences.jte", page(text))))
          .as(text)
          .isEqualTo(plain);
    }
  }

  @Test
  void nothingOfAPersonIsPrinted() {
    assertThat(page("ana@example.org").toString()).doesNotContain("ana", KEY);
    assertThat(new ToldPage(Told.BUTTON, TOKEN, "").toString()).doesNotContain(TOKEN);
  }
}
