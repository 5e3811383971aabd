package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps a person's tokens in her session and renews them. A refresh token is good once, so of
 * several requests at a time one renews, in whichever instance of the console, and the others take
 * what it got.
 */
public final class HttpTokens implements OAuth2AuthorizedClientRepository {

  private static final String TOKENS = "tokens";

  /** A token that ends while the API reads it would be refused. */
  private static final Duration EARLY = Duration.ofSeconds(30);

  private static final int LOCKS = 64;

  /** How often those look who wait for another instance. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final SessionRepository<? extends Session> sessions;
  private final Renewals turns;
  private final HttpIssuer issuer;
  private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewals;
  private final Clock clock;
  private final Object[] locks = IntStream.range(0, LOCKS).mapToObj(_ -> new Object()).toArray();

  HttpTokens(
      SessionRepository<? extends Session> sessions,
      Renewals turns,
      HttpIssuer issuer,
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewals,
      Clock clock) {
    this.sessions = sessions;
    this.turns = turns;
    this.issuer = issuer;
    this.renewals = renewals;
    this.clock = clock;
  }

  /**
   * The access token of the person whose request is being answered.
   *
   * @throws LoginOver when she has none that can be renewed
   * @throws IssuerAway when it is over and the issuer cannot renew it now
   */
  public String current() {
    HttpSession session = session().orElseThrow(LoginOver::new);
    if (session.getAttribute(TOKENS) instanceof PersonTokens tokens && isFresh(tokens)) {
      return tokens.access();
    }
    return renewed(sessions, session.getId()).access();
  }

  /** Whether nobody has ended this session meanwhile, here or elsewhere. */
  public boolean isSignedIn(String session) {
    return sessions.findById(session) != null;
  }

  private static Optional<HttpSession> session() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.ofNullable(request.getRequest().getSession(false))
        : Optional.empty();
  }

  private boolean isFresh(PersonTokens tokens) {
    return tokens.until().isAfter(clock.instant().plus(EARLY));
  }

  private <S extends Session> PersonTokens renewed(SessionRepository<S> all, String id) {
    synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
      while (true) {
        PersonTokens stored = stored(all, id);
        if (isFresh(stored)) {
          return stored;
        }
        if (turns.begin(id)) {
          try {
            return renewedInTurn(all, id);
          } finally {
            turns.end(id);
          }
        }
        if (stored.until().isAfter(clock.instant())) {
          return stored; // another instance renews it; this one is good a little longer
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
  }

  /** Another instance may have renewed it before this one's turn began. */
  private <S extends Session> PersonTokens renewedInTurn(SessionRepository<S> all, String id) {
    PersonTokens stored = stored(all, id);
    if (isFresh(stored)) {
      return stored;
    }
    PersonTokens renewed = renew(stored).orElseGet(() -> ofAnotherInstance(all, id, stored));
    S session = all.findById(id);
    if (session != null) {
      session.setAttribute(TOKENS, renewed);
      all.save(session);
    }
    return renewed;
  }

  /** An instance of an earlier build may have used the refresh token. */
  private PersonTokens ofAnotherInstance(
      SessionRepository<? extends Session> all, String id, PersonTokens refused) {
    PersonTokens now = stored(all, id);
    if (Objects.equals(now.refresh(), refused.refresh())) {
      throw new LoginOver();
    }
    return now;
  }

  private static PersonTokens stored(SessionRepository<? extends Session> all, String id) {
    Session session = all.findById(id);
    PersonTokens tokens = session == null ? null : session.getAttribute(TOKENS);
    if (tokens == null) {
      throw new LoginOver();
    }
    return tokens;
  }

  /** Empty when the issuer refuses; the access token itself is good a little longer. */
  private Optional<PersonTokens> renew(PersonTokens stored) {
    String refresh = stored.refresh();
    if (refresh == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    var old =
        new OAuth2AccessToken(
            TokenType.BEARER, stored.access(), now.minusSeconds(1), now.plusSeconds(1));
    try {
      OAuth2AccessTokenResponse answer =
          renewals.getTokenResponse(
              new OAuth2RefreshTokenGrantRequest(
                  issuer.registration(), old, new OAuth2RefreshToken(refresh, null)));
      OAuth2RefreshToken next = answer.getRefreshToken();
      return Optional.of(
          tokens(answer.getAccessToken(), next == null ? refresh : next.getTokenValue()));
    } catch (OAuth2AuthorizationException e) {
      if ("invalid_grant".equals(e.getError().getErrorCode())) {
        return Optional.empty();
      }
      if (stored.until().isAfter(clock.instant())) {
        return Optional.of(stored);
      }
      throw new IssuerAway(e);
    }
  }

  private PersonTokens tokens(OAuth2AccessToken access, @Nullable String refresh) {
    Instant until = access.getExpiresAt();
    return new PersonTokens(
        access.getTokenValue(), until == null ? clock.instant() : until, refresh);
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    OAuth2RefreshToken refresh = client.getRefreshToken();
    request
        .getSession()
        .setAttribute(
            TOKENS,
            tokens(client.getAccessToken(), refresh == null ? null : refresh.getTokenValue()));
  }

  /** Nobody asks: tokens are taken with {@link #current}. */
  @Override
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registration, Authentication person, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(TOKENS);
    }
  }

  /** The refresh token of a session, for its end at the issuer. */
  static Optional<String> refreshToken(HttpSession session) {
    return refreshToken(session.getAttribute(TOKENS));
  }

  /** The same of a session that is over, by what it remembered. */
  static Optional<String> refreshToken(Map<String, Object> attributes) {
    return refreshToken(attributes.get(TOKENS));
  }

  private static Optional<String> refreshToken(@Nullable Object kept) {
    return kept instanceof PersonTokens tokens
        ? Optional.ofNullable(tokens.refresh())
        : Optional.empty();
  }
}
