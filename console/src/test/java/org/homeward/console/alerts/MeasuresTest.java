package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** How an alert went, as whoever decides about the next one reads it. */
class MeasuresTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";

  private static final String MEASURED =
      """
      {"alert":[{"channel":"MAIL","addressees":1240,"reached":1228,
                 "seconds":{"50":4.2,"90":95.1,"99":610.0}}],
       "end":[{"channel":"MAIL","addressees":1230,"reached":1230,
               "seconds":{"50":2.0,"90":3.5,"99":8.8,"100":9000.0}}],
       "failures":[{"channel":"MAIL","what":"ALERT","state":"UNREACHED","reason":"rcpt-550",
                    "count":12}]}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn petar = new SignedIn("p-1004", "authority");
  private AnsweringApi node;
  private MeasuresController measures;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    measures = new MeasuresController(node.api(petar.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    petar.close();
  }

  private String page(String language, String measured) {
    node.then(200, "", measured).then(200, "\"1\"", DecidingTest.LIVE);
    var request = new MockHttpServletRequest("GET", "/alerts/" + ALERT + "/measures");
    request.addHeader("Accept-Language", language);
    return Optional.ofNullable(measures.show(request, ALERT).getBody()).orElseThrow();
  }

  @Test
  void itSaysWhenSoManyHadItAndWhyOthersHaveNot() {
    String page = page("en", MEASURED);

    assertThat(page)
        .contains("How this alert went", "K7QX-2MRD")
        .contains("1,240", "1,228", "4.2 s", "95.1 s", "11 min", "2.5 h")
        .contains("<dt>Everybody had it after</dt><dd>not so far</dd>")
        .contains("alert: not delivered (rcpt-550)", "<dd>12</dd>");
  }

  @Test
  void whereNobodyCouldCountItSaysSo() {
    String page = page("en", "{\"end\":[],\"failures\":[]}");

    assertThat(page)
        .contains("could not be counted in time", "Nobody is owed an end.")
        .contains("Whatever was tried has arrived.");
  }

  @ParameterizedTest
  @CsvSource({"sr-Latn, Kako je prošlo", "sr-Cyrl, Како је прошло", "el, Πώς πήγε"})
  void itIsReadInEveryLanguage(String language, String title) {
    assertThat(page(language, MEASURED)).contains(title);
  }
}
