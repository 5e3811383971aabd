package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Tells the issuer that a refresh token is not needed any more, so that nobody can use a copy. A
 * form with {@code everywhere} ends all sessions of the person.
 */
final class HttpSignOut implements LogoutHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HttpSignOut.class);

  static final String EVERYWHERE = "everywhere";

  private final PersonSessions sessions;
  private final RestClient client;
  private final HttpIssuer issuer;

  HttpSignOut(PersonSessions sessions, RestClient client, HttpIssuer issuer) {
    this.sessions = sessions;
    this.client = client;
    this.issuer = issuer;
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return;
    }
    if (request.getParameter(EVERYWHERE) != null
        && session.getAttribute(PersonSessions.PERSON) instanceof String whose) {
      sessions.endAll(whose).forEach(each -> HttpTokens.refreshToken(each).ifPresent(this::revoke));
    } else {
      HttpTokens.refreshToken(session).ifPresent(this::revoke);
    }
  }

  /** Signing out must not fail with the issuer: the session ends all the same. */
  private void revoke(String refresh) {
    try {
      var registration = issuer.registration();
      Object endpoint =
          registration.getProviderDetails().getConfigurationMetadata().get("revocation_endpoint");
      if (endpoint == null) {
        return;
      }
      var form = new LinkedMultiValueMap<String, String>();
      form.add("token", refresh);
      form.add("token_type_hint", "refresh_token");
      client
          .post()
          .uri(String.valueOf(endpoint))
          .headers(
              headers ->
                  headers.setBasicAuth(registration.getClientId(), registration.getClientSecret()))
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    } catch (IssuerAway | RestClientException e) {
      LOG.warn("the issuer was not told of a sign-out: {}", e.getClass().getSimpleName());
    }
  }
}
