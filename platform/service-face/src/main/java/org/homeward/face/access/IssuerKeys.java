package org.homeward.face.access;

import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens with the issuer's keys, which are fetched when first needed and when a token names
 * a key that is not known yet.
 */
final class IssuerKeys {

  private static final int TIMEOUT_MS = 2_000;
  private static final int MAX_BYTES = 51_200;
  private static final Duration FETCH_WAIT = Duration.ofSeconds(6);

  /**
   * How long known keys stay valid while the issuer is unreachable, because stops must work without
   * it.
   */
  private static final Duration KEPT = Duration.ofHours(1);

  /** After this time the keys are fetched again, in the background. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private IssuerKeys() {}

  static JwtDecoder decoder(AccessSettings settings) {
    var decoder =
        NimbusJwtDecoder.withJwkSource(new JWKSetBasedJWKSource<>(kept(settings)))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    OAuth2TokenValidator<Jwt> checks =
        JwtValidators.createDefaultWithValidators(
            List.of(
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtAudienceValidator(settings.audience()),
                new CallerClaims()));
    decoder.setJwtValidator(checks);
    return new KnownTokens(decoder, checks, FRESH, System::nanoTime);
  }

  private static JWKSetSource<SecurityContext> kept(AccessSettings settings) {
    return new RefreshAheadCachingJWKSetSource<>(
        published(settings),
        KEPT.toMillis(),
        FETCH_WAIT.toMillis(),
        KEPT.minus(FRESH).toMillis(),
        false,
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("issuer keys").factory()),
        true,
        null);
  }

  private static JWKSetSource<SecurityContext> published(AccessSettings settings) {
    try {
      return new URLBasedJWKSetSource<>(
          settings.keySet().toURL(),
          new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES));
    } catch (MalformedURLException | IllegalArgumentException notAUrl) {
      throw new IllegalArgumentException("homeward.access.keys is not an absolute URL", notAUrl);
    }
  }
}
