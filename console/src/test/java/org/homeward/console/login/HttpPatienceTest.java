package org.homeward.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtException;

/** An issuer that takes connections and says nothing; without patience a test would not end. */
@Timeout(300)
class HttpPatienceTest {

  private static final Instant THEN = Instant.parse("2026-11-29T02:00:00Z");

  private final HttpPatience patience = new HttpPatience(Duration.ofMillis(200));
  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  private String address() {
    return "http://127.0.0.1:" + silent.getLocalPort();
  }

  private ClientRegistration registration() {
    return ClientRegistration.withRegistrationId("homeward")
        .clientId("homeward-console")
        .clientSecret("secret")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("http://127.0.0.1:8080/back")
        .authorizationUri(address() + "/authorize")
        .tokenUri(address() + "/token")
        .jwkSetUri(address() + "/jwks")
        .build();
  }

  private HttpIssuer issuer() {
    return new HttpIssuer(patience.client(), settings());
  }

  private LoginSettings settings() {
    return new LoginSettings(
        URI.create("http://127.0.0.1:8080"), address(), null, "homeward-console", "secret");
  }

  @Test
  void theDiscoveryEnds() {
    assertThatThrownBy(issuer()::registration).isInstanceOf(IssuerAway.class);
  }

  @Test
  void aRenewalEnds() {
    var renewals = new RestClientRefreshTokenTokenResponseClient();
    renewals.setRestClient(patience.tokenClient());
    var old = new OAuth2AccessToken(TokenType.BEARER, "old", THEN, THEN.plusSeconds(1));
    var request =
        new OAuth2RefreshTokenGrantRequest(
            registration(), old, new OAuth2RefreshToken("refresh", null));

    assertThatThrownBy(() -> renewals.getTokenResponse(request))
        .isInstanceOf(OAuth2AuthorizationException.class);
  }

  @Test
  void theExchangeOfACodeEnds() {
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(patience.tokenClient());
    var asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(address() + "/authorize")
            .clientId("homeward-console")
            .redirectUri("http://127.0.0.1:8080/back")
            .state("state")
            .build();
    var answered =
        OAuth2AuthorizationResponse.success("code")
            .redirectUri("http://127.0.0.1:8080/back")
            .state("state")
            .build();
    var request =
        new OAuth2AuthorizationCodeGrantRequest(
            registration(), new OAuth2AuthorizationExchange(asked, answered));

    assertThatThrownBy(() -> codes.getTokenResponse(request))
        .isInstanceOf(OAuth2AuthorizationException.class);
  }

  @Test
  void theSearchForAKeyEnds() {
    var decoder = new LoginConfiguration().idTokens(patience).createDecoder(registration());

    assertThatThrownBy(() -> decoder.decode("eyJhbGciOiJFUzI1NiJ9.e30.c2ln"))
        .isInstanceOf(JwtException.class);
  }

  @Test
  void signingOutDoesNotFailWithTheIssuer() throws Exception {
    var response = new MockHttpServletResponse();
    var id =
        OidcIdToken.withTokenValue("id").subject("ana").issuedAt(THEN).claim("sub", "ana").build();
    var user = new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, id);

    LoginConfiguration.signedOut(issuer(), settings())
        .onLogoutSuccess(
            new MockHttpServletRequest("POST", "/logout"),
            response,
            new OAuth2AuthenticationToken(user, AuthorityUtils.NO_AUTHORITIES, "homeward"));

    assertThat(response.getRedirectedUrl()).isEqualTo("/login?why=signed-out");
  }
}
