package org.homeward.console.login;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuer, as its discovery document describes it. It is asked for that when somebody logs in
 * first, so that the console starts without it.
 */
final class HttpIssuer implements ClientRegistrationRepository {

  static final String REGISTRATION = "homeward";
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};

  private final RestClient client;
  private final LoginSettings settings;
  private volatile @Nullable ClientRegistration known;

  HttpIssuer(RestClient client, LoginSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(REGISTRATION) ? registration() : null;
  }

  /**
   * The console as the issuer's client.
   *
   * @throws IssuerAway when the issuer has never answered so far
   */
  ClientRegistration registration() {
    ClientRegistration found = known;
    if (found == null) {
      found = discover();
      known = found;
    }
    return found;
  }

  private ClientRegistration discover() {
    Map<String, Object> document;
    try {
      document = client.get().uri(settings.discovery()).retrieve().body(OBJECT);
    } catch (RestClientException e) {
      throw new IssuerAway(e);
    }
    if (document == null || !settings.issuer().equals(document.get("issuer"))) {
      throw new IssuerAway(new IllegalStateException("another issuer answers"));
    }
    var reached = new HashMap<>(document);
    for (String back : new String[] {"token_endpoint", "jwks_uri", "revocation_endpoint"}) {
      reached.computeIfPresent(back, (_, at) -> settings.reached(String.valueOf(at)));
    }
    return ClientRegistrations.fromOidcConfiguration(reached)
        .registrationId(REGISTRATION)
        .clientId(settings.client())
        .clientSecret(settings.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .redirectUri(settings.address() + "/login/oauth2/code/" + REGISTRATION)
        .userInfoUri(null)
        .userNameAttributeName("sub")
        .scope("openid")
        .build();
  }
}
