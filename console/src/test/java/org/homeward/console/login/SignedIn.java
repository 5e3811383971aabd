package org.homeward.console.login;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.session.MapSessionRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A person at the browser whose login is good. */
public final class SignedIn implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-11-29T02:40:00Z");

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  /** An operator. */
  public SignedIn(String person) {
    this(person, "operator");
  }

  /**
   * @param person her opaque id
   */
  public SignedIn(String person, String... roles) {
    var until = NOW.plus(Duration.ofMinutes(10));
    request.getSession().setAttribute("tokens", new PersonTokens("good", until, null));
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    var token =
        new OidcIdToken(
            "id", NOW, until, Map.of("sub", person, "person", person, "roles", List.of(roles)));
    SecurityContextHolder.getContext()
        .setAuthentication(
            new TestingAuthenticationToken(new DefaultOidcUser(List.of(), token), ""));
  }

  public Person person() {
    return HttpPages.person().orElseThrow();
  }

  /** Her tokens; none needs to be renewed. */
  public HttpTokens tokens() {
    var settings =
        new LoginSettings(
            URI.create("http://127.0.0.1:8080"), "http://127.0.0.1", null, "c", "secret");
    return new HttpTokens(
        new MapSessionRepository(new ConcurrentHashMap<>()),
        new InMemoryRenewals(),
        new HttpIssuer(RestClient.create(), settings),
        _ -> {
          throw new IllegalStateException("the token is good");
        },
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Override
  public void close() {
    RequestContextHolder.resetRequestAttributes();
    SecurityContextHolder.clearContext();
  }
}
