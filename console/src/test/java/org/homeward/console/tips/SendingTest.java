package org.homeward.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.homeward.face.door.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;

/** What the form of the public sends, and what it says when that was stored or not. */
class SendingTest {

  private static final String ADDRESS = "https://hotline.example";

  private final RenderedPages rendered = new RenderedPages();
  private final Map<String, String> form = new HashMap<>();
  private final SignedIn nobody = new SignedIn("p-1001");
  private AnsweringApi node;
  private PublicTipController tips;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    tips =
        new PublicTipController(
            node.api(nobody.tokens()),
            rendered.pages(),
            new Clients(List.of()),
            new TipSettings(
                List.of(URI.create("http://inside:8080"), URI.create(ADDRESS + "/")),
                "KTO 12/26",
                "116 000",
                "192",
                "112"));
    form.putAll(
        Map.of(
            "key", "key-of-form",
            "text", " a boy\r\nin a truck ",
            "day", "2026-06-01",
            "time", "18:30",
            "withinMinutes", "60",
            "place", "<b>ramp</b>",
            "withinMetres", "500",
            "alertSeen", "NO_ALERT",
            "contact", ""));
  }

  @AfterEach
  void stop() {
    node.close();
    nobody.close();
  }

  private static MockHttpServletRequest request(String origin) {
    var request = new MockHttpServletRequest("POST", "/tip");
    request.addHeader("Accept-Language", "en");
    if (!origin.isEmpty()) {
      request.addHeader("Origin", origin);
    }
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void aTipGoesAsItWasTypedWithTheTimeOfTheHotline() {
    node.then(202, "", "{\"message\":\"Stored.\"}");

    var answer = tips.send(request(ADDRESS), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(html(answer)).contains("Stored.").doesNotContain("a boy");
    AnsweringApi.Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo("POST /api/v1/tips");
    assertThat(asked.key()).isEqualTo("key-of-form");
    assertThat(asked.body())
        .isEqualTo(
            "{\"text\":\"a boy\\nin a truck\",\"place\":\"<b>ramp</b>\",\"alertSeen\":\"NO_ALERT\","
                + "\"language\":\"en\",\"withinMinutes\":60,\"withinMetres\":500,"
                + "\"seenAt\":\"2026-06-01T16:30:00Z\"}");
  }

  @Test
  void aPictureGoesInTheSameRequest() throws IOException {
    node.then(202, "", "{}");
    form.put("showsMe", "true");
    var picture = new MockMultipartFile("picture", "a.jpg", "image/jpeg", new byte[] {1, 2, 3});

    var answer = tips.sendPictured(request(ADDRESS), form, picture);

    assertThat(html(answer)).contains("Stored.");
    AnsweringApi.Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo("POST /api/v1/tips/pictured");
    assertThat(asked.body()).contains("\"picture\":\"AQID\"", "\"showsMe\":true");
  }

  @Test
  void theFormWithoutAPictureIsATipLikeAnyOther() throws IOException {
    node.then(202, "", "{}");
    var none = new MockMultipartFile("picture", "", null, new byte[0]);

    tips.sendPictured(request(ADDRESS), form, none);

    assertThat(node.asked().getFirst().what()).isEqualTo("POST /api/v1/tips");
  }

  @Test
  void aPictureThatIsNoneIsSaidAtItsField() throws IOException {
    node.then(
        422,
        "",
        "{\"type\":\"urn:homeward:problem:invalid\",\"errors\":[{\"pointer\":\"/picture\",\"rule\":"
            + "\"not-a-picture\"}]}");
    var picture = new MockMultipartFile("picture", "a.jpg", "image/jpeg", new byte[] {1});

    var answer = tips.sendPictured(request(ADDRESS), form, picture);

    assertThat(html(answer)).contains("id=\"picture-error\"", "NOT received. Call 116 000.");
  }

  @Test
  void aDayWithoutATimeIsTheWholeDay() {
    form.remove("time");
    node.then(202, "", "{}");

    tips.send(request(ADDRESS), form);

    assertThat(node.asked().getFirst().body())
        .contains("\"withinMinutes\":720", "\"seenAt\":\"2026-06-01T10:00:00Z\"");
  }

  @Test
  void whatIsNotReceivedSaysSoAndComesBackAsItWasTyped() {
    node.thenProblem(429, "tips-too-many");

    var answer = tips.send(request(ADDRESS), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(429);
    assertThat(html(answer))
        .contains("NOT received. Call 116 000.", "in a truck", "&lt;b>ramp&lt;/b>")
        .doesNotContain("value=\"key-of-form\"");
  }

  @Test
  void withoutAnAnswerTheSameKeyIsSentAgain() {
    node.then(503, "", "{}");

    var answer = tips.send(request(ADDRESS), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer))
        .contains(
            "We do not know whether it arrived. Call 116 000.",
            "value=\"key-of-form\"",
            "in a truck")
        .doesNotContain("NOT received", "Nothing was stored");
  }

  @Test
  void whatIsWrongIsShownAtItsField() {
    form.put("day", "yesterday");
    var early = tips.send(request(ADDRESS), form);
    assertThat(early.getStatusCode().value()).isEqualTo(422);
    assertThat(html(early)).contains("id=\"day-error\"", "value=\"yesterday\"");

    form.put("day", "2026-06-01");
    node.then(
        422,
        "",
        "{\"type\":\"urn:homeward:problem:invalid\",\"errors\":[{\"pointer\":\"/seenAt\",\"rule\":"
            + "\"in-future\"}]}");
    assertThat(html(tips.send(request(ADDRESS), form))).contains("id=\"day-error\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://hotline.example", "https://hotline.example:443", "http://inside:8080"})
  void eachAddressOfTheNodeIsOurs(String origin) {
    node.then(202, "", "{}");
    assertThat(tips.send(request(origin), form).getStatusCode().value()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://hotline.example",
        "https://hotline.example:8443",
        "https://hotline.example.elsewhere.example",
        "null"
      })
  void anotherSiteMakesNobodySendATip(String origin) {
    var answer = tips.send(request(origin), form);

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(html(answer)).contains("NOT received. Call 116 000.", "in a truck");
    assertThat(node.asked()).isEmpty();
  }
}
