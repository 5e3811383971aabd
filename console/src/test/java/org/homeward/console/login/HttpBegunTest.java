package org.homeward.console.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.client.RestClient;

/** A login begins and ends without anything of a stranger being stored. */
class HttpBegunTest {

  private HttpServer server;
  private HttpIssuer issuer;
  private HttpBegun begun;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    byte[] document =
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"],
         "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["ES256"]}
        """
            .formatted(address)
            .getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    server.start();
    var settings =
        new LoginSettings(
            URI.create("http://127.0.0.1:8080"), address, null, "homeward-console", "secret");
    issuer = new HttpIssuer(RestClient.create(), settings);
    begun = new HttpBegun(issuer, "rs", false);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private OAuth2AuthorizationRequest begin(
      MockHttpServletRequest request, MockHttpServletResponse response) {
    OAuth2AuthorizationRequest login = new HttpReturn(issuer).resolve(request);
    begun.saveAuthorizationRequest(login, request, response);
    return Objects.requireNonNull(login);
  }

  private static MockHttpServletRequest wish(String to) {
    var request = new MockHttpServletRequest("GET", "/login/to/homeward");
    request.setServletPath("/login/to/homeward");
    request.setParameter("to", to);
    return request;
  }

  private static MockHttpServletRequest back(MockHttpServletResponse response, String state) {
    var request = new MockHttpServletRequest("GET", "/login/oauth2/code/homeward");
    request.setParameter("state", state);
    String cookie = Objects.requireNonNull(response.getHeader("Set-Cookie"));
    String pair = cookie.substring(0, cookie.indexOf(';'));
    request.setCookies(
        new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
    return request;
  }

  @Test
  void aLoginLeadsNowhereThatACookieFromElsewhereNames() throws Exception {
    var request = new MockHttpServletRequest("GET", "/login/oauth2/code/homeward");
    request.setAttribute(HttpBegun.TO, "//example.org");
    var response = new MockHttpServletResponse();

    new HttpReturn(issuer)
        .onAuthenticationSuccess(request, response, new TestingAuthenticationToken("ana", ""));

    assertThat(response.getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void theBrowserRemembersWhatItBeganAndTheStoreNothing() {
    var request = wish("/cases");
    var response = new MockHttpServletResponse();
    OAuth2AuthorizationRequest login = begin(request, response);
    var answered = back(response, login.getState());
    var end = new MockHttpServletResponse();

    OAuth2AuthorizationRequest found = begun.removeAuthorizationRequest(answered, end);

    assertThat(request.getSession(false)).isNull();
    assertThat(answered.getSession(false)).isNull();
    assertThat(found.getRedirectUri()).isEqualTo(login.getRedirectUri());
    for (String kept : new String[] {"nonce", "code_verifier", "registration_id", "to"}) {
      assertThat(found.<String>getAttribute(kept))
          .as(kept)
          .isNotBlank()
          .isEqualTo(login.getAttribute(kept));
    }
    assertThat(answered.getAttribute("to")).isEqualTo("/cases");
    assertThat(end.getHeader("Set-Cookie")).contains("Max-Age=0", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void anAnswerToSomethingElseIsNone() {
    var response = new MockHttpServletResponse();
    begin(wish("/"), response);

    assertThat(begun.loadAuthorizationRequest(back(response, "another"))).isNull();
    var forged = new MockHttpServletRequest();
    forged.setParameter("state", "");
    forged.setCookies(new Cookie("HW-rs-login", "{not ours"));
    assertThat(begun.loadAuthorizationRequest(forged)).isNull();
  }

  @Test
  void aPageThatWasLockedAsksTheIssuerToAskAgain() {
    var request = wish("/back");
    request.setParameter("ask", "true");

    OAuth2AuthorizationRequest login = begin(request, new MockHttpServletResponse());

    assertThat(login.getAuthorizationRequestUri()).contains("prompt=login");
    assertThat(login.<String>getAttribute("to")).isEqualTo("/back");
  }

  @Test
  void whereNobodyMayGoIsTheBeginning() {
    OAuth2AuthorizationRequest login =
        begin(wish("https://elsewhere.example/"), new MockHttpServletResponse());

    assertThat(login.<String>getAttribute("to")).isEqualTo("/");
  }

  @Test
  void aStrangersFormMakesNoSession() {
    var secrets = new HttpFormSecrets();
    var request = new MockHttpServletRequest("POST", "/intake");
    var response = new MockHttpServletResponse();
    CsrfToken token = secrets.loadDeferredToken(request, response).get();

    assertThat(token).isNotNull();
    assertThat(request.getSession(false)).isNull();

    request.getSession();
    secrets.saveToken(token, request, response);
    assertThat(secrets.loadToken(request)).isEqualTo(token);
  }
}
