package org.homeward.face.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Caches tokens with a verified signature, because verification would be the most expensive part of
 * each request. Everything else about a token, above all its expiry, is checked every time.
 */
final class KnownTokens implements JwtDecoder {

  private static final int MOST = 1_000;

  private final JwtDecoder signatures;
  private final OAuth2TokenValidator<Jwt> checks;
  private final long kept;
  private final LongSupplier nanos;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(Jwt token, long since) {}

  /**
   * @param kept how long a key that the issuer has withdrawn is still believed at most
   */
  KnownTokens(
      JwtDecoder signatures, OAuth2TokenValidator<Jwt> checks, Duration kept, LongSupplier nanos) {
    this.signatures = signatures;
    this.checks = checks;
    this.kept = kept.toNanos();
    this.nanos = nanos;
  }

  @Override
  public Jwt decode(String token) {
    Jwt found = find(token);
    if (found == null) {
      found = signatures.decode(token);
      remember(token, found);
    }
    OAuth2TokenValidatorResult result = checks.validate(found);
    if (result.hasErrors()) {
      throw new JwtValidationException("the token is not valid", result.getErrors());
    }
    return found;
  }

  private synchronized @Nullable Jwt find(String token) {
    Known found = known.get(token);
    if (found == null || nanos.getAsLong() - found.since() > kept) {
      known.remove(token);
      return null;
    }
    return found.token();
  }

  private synchronized void remember(String token, Jwt good) {
    known.put(token, new Known(good, nanos.getAsLong()));
  }
}
