package org.homeward.local.issuer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The logins in browsers, in memory: after a restart people log in again.
 *
 * <p>A refresh token is good for one use. One that comes a second time ends its login, with every
 * token that followed from it: one of the two users is a thief, and nobody can tell which. Requests
 * of scripts are not kept: their tokens say all there is to know, and cannot be refreshed.
 */
final class Logins implements OAuth2AuthorizationService {

  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
  private static final int MOST = 1_000;

  /** By id, the latest save last. */
  private final SequencedMap<String, Login> kept = new LinkedHashMap<>();

  private record Login(OAuth2Authorization now, Set<String> spent) {

    Optional<String> refreshToken() {
      return refreshTokenOf(now);
    }

    /** Whether nothing of it can be used any more. */
    boolean isOver() {
      var refresh = now.getRefreshToken();
      var code = now.getToken(OAuth2AuthorizationCode.class);
      return refresh != null ? refresh.isExpired() : code == null || code.isExpired();
    }
  }

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    if (authorization
        .getAuthorizationGrantType()
        .equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
      return;
    }
    kept.values().removeIf(Login::isOver);
    Login before = kept.get(authorization.getId());
    if (before == null) {
      if (authorization.getAccessToken() == null) { // else its login ended meanwhile
        kept.putLast(authorization.getId(), new Login(authorization, new HashSet<>()));
      }
    } else if (exchangesTwice(before, authorization)) {
      end(before);
    } else {
      kept.putLast(authorization.getId(), new Login(authorization, before.spent()));
    }
    if (kept.size() > MOST) {
      kept.pollFirstEntry();
    }
  }

  /** A new refresh token follows a spent one; else two requests took the same code at once. */
  private static boolean exchangesTwice(Login before, OAuth2Authorization after) {
    return before
        .refreshToken()
        .filter(token -> !refreshTokenOf(after).equals(Optional.of(token)))
        .filter(token -> !before.spent().contains(token))
        .isPresent();
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    kept.remove(authorization.getId());
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    Login login = kept.get(id);
    return login == null ? null : login.now();
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    Login login =
        kept.values().stream()
            .filter(it -> it.spent().contains(token) || holds(it.now(), token, type))
            .findFirst()
            .orElse(null);
    if (login == null) {
      return null;
    }
    boolean isRefresh = type != null && type.equals(OAuth2TokenType.REFRESH_TOKEN);
    if (isRefresh ? !login.spent().add(token) : login.spent().contains(token)) {
      end(login);
      return null;
    }
    return login.now();
  }

  private void end(Login login) {
    kept.remove(login.now().getId());
    LOG.warn("a refresh token or a code was used twice; its login has ended");
  }

  private static boolean holds(
      OAuth2Authorization authorization, String value, @Nullable OAuth2TokenType type) {
    var found = authorization.getToken(value);
    return found != null && (type == null || isOf(type, found.getToken()));
  }

  /** The names that OAuth gives to kinds of tokens. */
  private static boolean isOf(OAuth2TokenType type, OAuth2Token token) {
    return switch (type.getValue()) {
      case "code" -> token instanceof OAuth2AuthorizationCode;
      case "access_token" -> token instanceof OAuth2AccessToken;
      case "refresh_token" -> token instanceof OAuth2RefreshToken;
      case "id_token" -> token instanceof OidcIdToken;
      default -> false;
    };
  }

  private static Optional<String> refreshTokenOf(OAuth2Authorization authorization) {
    return Optional.ofNullable(authorization.getRefreshToken())
        .map(token -> Objects.requireNonNull(token.getToken().getTokenValue()));
  }
}
