package org.homeward.local.issuer;

import java.net.URI;
import java.time.Duration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The web console as the issuer knows it: it has a secret, needs PKCE, and comes back to one
 * address.
 */
final class ConsoleClient {

  static final String ID = "homeward-console";

  private static final String BACK = "/login/oauth2/code/homeward";
  private static final String SIGNED_OUT = "/";
  private static final Duration CODE_LIFE = Duration.ofMinutes(1);

  private ConsoleClient() {}

  static RegisteredClient of(IssuerSettings settings) {
    return RegisteredClient.withId(ID)
        .clientId(ID)
        .clientSecret("{noop}" + secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(back(settings.gateway()).toString())
        .postLogoutRedirectUri(settings.gateway().resolve(SIGNED_OUT).toString())
        .scope(OidcScopes.OPENID)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .authorizationCodeTimeToLive(CODE_LIFE)
                .accessTokenTimeToLive(settings.tokenLife())
                .refreshTokenTimeToLive(settings.loginLife())
                .reuseRefreshTokens(false)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build())
        .build();
  }

  /** Everybody knows it, as all secrets of the demo. */
  static String secret() {
    return "demo-" + ID;
  }

  static URI back(URI gateway) {
    return gateway.resolve(BACK);
  }
}
