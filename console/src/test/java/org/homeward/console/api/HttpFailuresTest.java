package org.homeward.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.homeward.console.login.IssuerAway;
import org.homeward.console.login.LoginOver;
import org.homeward.console.pages.RenderedPages;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class HttpFailuresTest {

  private static final String TYPED = "Strahinja & \"Ćira\"";

  private final HttpFailures failures = new HttpFailures(new RenderedPages().pages());
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static MockHttpServletRequest request(String method) {
    var request = new MockHttpServletRequest(method, "/intake");
    request.addPreferredLocale(Locale.ENGLISH);
    request.setParameter("childName", TYPED);
    request.setParameter("_csrf", "secret-of-form");
    return request;
  }

  private String answered(MockHttpServletRequest request, Exception failure)
      throws UnsupportedEncodingException {
    failures.resolveException(request, response, null, failure);
    return response.getContentAsString();
  }

  @ParameterizedTest
  @CsvSource({
    "409, release-is-final, Police know this report already",
    "412, precondition-failed, Somebody has changed the case",
    "422, invalid, Some answers cannot be taken",
    "428, precondition-required, The page is too old",
    "507, store-full, This system has no room"
  })
  void aRefusalSaysWhatItIs(int status, String type, String words) throws Exception {
    var refused = new ApiFailed(new Answer.Refused(status, type, List.of()));

    assertThat(answered(request("GET"), refused)).contains(words).doesNotContain("nothing here");
    assertThat(response.getStatus()).isEqualTo(status);
  }

  @Test
  void whatWasFiledStaysFiledWhenItsPageFails() throws Exception {
    var request = request("GET");
    request.setParameter("done", "filed");

    assertThat(answered(request, new ApiFailed(new Answer.Away("cases"))))
        .contains("Your report was filed.", "Cases cannot be reached now.");
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void aPageWhosePartIsAwayComesBackByItself() throws Exception {
    var away = new ApiFailed(new Answer.Away("partners"));

    assertThat(answered(request("GET"), away)).contains("This page asks again by itself");
    assertThat(response.getHeader("Refresh")).isEqualTo("10");
  }

  @Test
  void nothingIsSentAgainByItself() throws Exception {
    var away = new ApiFailed(new Answer.Away("partners"));

    assertThat(answered(request("POST"), away)).doesNotContain("asks again by itself");
    assertThat(response.getHeader("Refresh")).isNull();
  }

  @Test
  void aPageThatWasAskedForTooOftenDoesNotAskAgainByItself() throws Exception {
    var tooOften = new ApiFailed(new Answer.Refused(429, "too-many-requests", List.of()));

    assertThat(answered(request("GET"), tooOften)).doesNotContain("asks again by itself");
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getHeader("Refresh")).isNull();
  }

  @Test
  void aPageThatIsNotThereStaysAsItIs() throws Exception {
    var absent = new ApiFailed(new Answer.Refused(404, "not-found", List.of()));

    assertThat(answered(request("GET"), absent)).doesNotContain("asks again by itself");
    assertThat(response.getHeader("Refresh")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"over, 401", "refused, 401", "away, 503"})
  void aFormThatCouldNotBeSentComesBackAsItWasTyped(String why, int status) throws Exception {
    assertThat(answered(request("POST"), failure(why)))
        .contains("name=\"childName\"", "Strahinja &amp;", "action=\"/intake\"")
        .contains("Your text is still here")
        .doesNotContain("secret-of-form");
    assertThat(response.getStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "over, 401, Your session is over; sign in in a new tab.",
    "refused, 401, Your session is over; sign in in a new tab.",
    "away, 503, The sign-in service does not answer now."
  })
  void aScriptThatSavesIsToldInWords(String why, int status, String words) throws Exception {
    var request = request("POST");
    request.addHeader("HX-Request", "true");

    assertThat(answered(request, failure(why))).startsWith("{\"text\":\"" + words);
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentType()).startsWith("application/json");
    assertThat(response.getHeader("HX-Redirect")).as("the open page keeps the words").isNull();
  }

  private static Exception failure(String why) {
    return switch (why) {
      case "over" -> new LoginOver();
      case "refused" -> new ApiFailed(new Answer.Refused(401, "unauthenticated", List.of()));
      default -> new IssuerAway(new IllegalStateException());
    };
  }

  @Test
  void aPageThatWasOnlyReadLeadsToTheLogin() throws Exception {
    assertThat(answered(request("GET"), new LoginOver())).isEmpty();
    assertThat(response.getRedirectedUrl()).isEqualTo("/login?why=over&to=/intake");
  }

  @Proves(8)
  @Test
  void aBugIsLoggedWithItsPlacesAndWithoutItsTexts(CapturedOutput log) throws Exception {
    var bug = new IllegalStateException("Milica", new IllegalArgumentException("064 123 456"));

    assertThat(answered(request("POST"), bug)).doesNotContain("Nothing was sent", "Milica");
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(log)
        .contains("a page failed", "HttpFailuresTest.aBugIsLoggedWithItsPlacesAndWithoutItsTexts")
        .doesNotContain("Milica")
        .doesNotContain("064 123");
  }
}
