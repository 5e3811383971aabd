package org.homeward.console.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class HttpTokensTest {

  // The library counts a new token's life from the real time, which is later.
  private final SettableClock clock = SettableClock.at("2020-01-01T02:00:00Z");
  private final MapSessionRepository sessions = new MapSessionRepository(new ConcurrentHashMap<>());
  private final MapSession session = sessions.createSession();
  private final Renewals turns = new InMemoryRenewals();
  private final AtomicInteger renewals = new AtomicInteger();
  private HttpServer issuer;
  private OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> answer = this::renewed;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String address = address();
    byte[] document =
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"],
         "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["ES256"]}
        """
            .formatted(address)
            .getBytes(UTF_8);
    issuer.createContext(
        "/.well-known/openid-configuration",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    issuer.start();
    keep("first", "refresh-1", Duration.ofMinutes(10));
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
    RequestContextHolder.resetRequestAttributes();
  }

  private String address() {
    return "http://127.0.0.1:" + issuer.getAddress().getPort();
  }

  private void keep(String access, String refresh, Duration life) {
    session.setAttribute("tokens", new PersonTokens(access, clock.instant().plus(life), refresh));
    sessions.save(session);
  }

  private OAuth2AccessTokenResponse renewed(OAuth2RefreshTokenGrantRequest request) {
    int n = renewals.incrementAndGet();
    assertThat(request.getRefreshToken().getTokenValue()).isEqualTo("refresh-" + n);
    return OAuth2AccessTokenResponse.withToken("renewed-" + n)
        .tokenType(TokenType.BEARER)
        .expiresIn(600)
        .refreshToken("refresh-" + (n + 1))
        .build();
  }

  private static OAuth2AccessTokenResponse refused(String error) {
    throw new OAuth2AuthorizationException(new OAuth2Error(error));
  }

  private HttpTokens tokens() {
    var settings =
        new LoginSettings(
            URI.create("http://127.0.0.1:8080"), address(), null, "homeward-console", "secret");
    return new HttpTokens(
        sessions,
        turns,
        new HttpIssuer(RestClient.create(), settings),
        request -> answer.getTokenResponse(request),
        clock);
  }

  /** One request of the session, with what it remembers as the request began. */
  private String ask(HttpTokens tokens) {
    var request = new MockHttpServletRequest();
    var http = new MockHttpSession(null, session.getId());
    MapSession stored = sessions.findById(session.getId());
    if (stored != null) {
      http.setAttribute("tokens", stored.<Object>getAttribute("tokens"));
    }
    request.setSession(http);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      return tokens.current();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void aTokenThatIsGoodIsUsedAsItIs() {
    assertThat(ask(tokens())).isEqualTo("first");
    assertThat(renewals).hasValue(0);
  }

  @Test
  void twoTabsRenewOnceAndBothGoOn() throws Exception {
    clock.advance(Duration.ofMinutes(10));
    var tokens = tokens();
    List<Callable<String>> tabs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tabs.add(() -> ask(tokens));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answered : threads.invokeAll(tabs)) {
        assertThat(answered.get()).isEqualTo("renewed-1");
      }
    }
    assertThat(renewals).hasValue(1);
    PersonTokens stored = sessions.findById(session.getId()).getAttribute("tokens");
    assertThat(stored.refresh()).isEqualTo("refresh-2");
  }

  @Test
  @Proves(2)
  void twoConsolesRenewOnceAndBothGoOn() throws Exception {
    clock.advance(Duration.ofMinutes(10));
    List<HttpTokens> consoles = List.of(tokens(), tokens());
    List<Callable<String>> requests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      HttpTokens console = consoles.get(i % 2);
      requests.add(() -> ask(console));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answered : threads.invokeAll(requests)) {
        assertThat(answered.get()).isEqualTo("renewed-1");
      }
    }
    assertThat(renewals).hasValue(1);
  }

  @Test
  void whileAnotherConsoleRenewsATokenIsUsedToItsEnd() {
    clock.advance(Duration.ofMinutes(10).minusSeconds(10));
    assertThat(turns.begin(session.getId())).isTrue();

    assertThat(ask(tokens())).isEqualTo("first");
    assertThat(renewals).hasValue(0);
  }

  @Test
  void aConsoleThatFailedLeavesTheTurnToTheNext() {
    clock.advance(Duration.ofMinutes(10));
    answer = _ -> refused("invalid_token_response");
    assertThatThrownBy(() -> ask(tokens())).isInstanceOf(IssuerAway.class);
    answer = this::renewed;

    assertThat(ask(tokens())).isEqualTo("renewed-1");
  }

  @Test
  void aDeadRefreshTokenEndsTheLogin() {
    clock.advance(Duration.ofMinutes(10));
    answer = _ -> refused("invalid_grant");

    assertThatThrownBy(() -> ask(tokens())).isInstanceOf(LoginOver.class);
  }

  @Test
  void whatAnotherConsoleHasRenewedMeanwhileIsTaken() {
    clock.advance(Duration.ofMinutes(10));
    answer =
        _ -> {
          keep("of-the-other", "refresh-9", Duration.ofMinutes(10));
          return refused("invalid_grant");
        };

    assertThat(ask(tokens())).isEqualTo("of-the-other");
  }

  @Test
  void whileTheIssuerIsAwayATokenIsUsedToItsEnd() {
    clock.advance(Duration.ofMinutes(10).minusSeconds(10));
    answer = _ -> refused("invalid_token_response");
    assertThat(ask(tokens())).as("ten seconds are left").isEqualTo("first");

    clock.advance(Duration.ofSeconds(10));
    assertThatThrownBy(() -> ask(tokens())).isInstanceOf(IssuerAway.class);
  }

  @Test
  void withoutARefreshTokenTheLoginEndsWithItsToken() {
    session.setAttribute("tokens", new PersonTokens("only", clock.instant(), null));
    sessions.save(session);

    assertThatThrownBy(() -> ask(tokens())).isInstanceOf(LoginOver.class);
  }

  @Test
  void aSessionThatIsGoneHasNoTokens() {
    clock.advance(Duration.ofMinutes(10));
    var tokens = tokens();
    sessions.deleteById(session.getId());

    assertThatThrownBy(() -> ask(tokens)).isInstanceOf(LoginOver.class);
  }
}
