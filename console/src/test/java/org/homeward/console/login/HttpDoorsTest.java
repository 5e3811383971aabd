package org.homeward.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;

class HttpDoorsTest {

  private static final String NODE = "http://127.0.0.1:8080";

  private final HttpDoors doors = new HttpDoors(new HttpAgain(new RenderedPages().pages()), NODE);
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static MockHttpServletRequest request(String method, String path) {
    var request = new MockHttpServletRequest(method, path);
    request.addPreferredLocale(Locale.ENGLISH);
    request.addHeader("Origin", NODE);
    request.setParameter("childName", "Strahinja");
    return request;
  }

  @Test
  void signingOutWithoutASessionIsBeingSignedOut() throws Exception {
    doors.handle(request("POST", "/logout"), response, new AccessDeniedException("none"));

    assertThat(response.getRedirectedUrl()).isEqualTo("/login?why=signed-out");
  }

  @Test
  void theAddressOfTheSignOutLeadsThereToo() throws Exception {
    doors.commence(
        request("GET", "/logout"), response, new InsufficientAuthenticationException("none"));

    assertThat(response.getRedirectedUrl()).isEqualTo("/login?why=signed-out");
  }

  @Test
  void theLoginLeadsBackToTheCaseThatACallIsAbout() throws Exception {
    var request = request("GET", "/intake");
    request.setQueryString("case=d6c8b734-aa8c-4069-a7be-1bb6c07374ad");

    doors.commence(request, response, new InsufficientAuthenticationException("none"));

    assertThat(response.getRedirectedUrl())
        .isEqualTo("/login?to=/intake%3Fcase%3Dd6c8b734-aa8c-4069-a7be-1bb6c07374ad");
  }

  @Test
  void aStreamWithoutASessionIsRefusedAndLeadsNowhere() throws Exception {
    var request = request("GET", "/live");
    request.addHeader("Accept", "text/event-stream");

    doors.commence(request, response, new InsufficientAuthenticationException("none"));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getRedirectedUrl()).isNull();
  }

  @Test
  void aFormWithoutASessionComesBackWithWhatWasTyped() throws Exception {
    doors.handle(request("POST", "/intake"), response, new AccessDeniedException("none"));

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getContentAsString()).contains("value=\"Strahinja\"", "in a new tab");
  }

  @Test
  void aScriptWithoutASessionIsToldInWords() throws Exception {
    var request = request("POST", "/intake/drafts");
    request.addHeader("HX-Request", "true");

    doors.handle(request, response, new AccessDeniedException("none"));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getContentAsString()).contains("Your session is over");
  }
}
