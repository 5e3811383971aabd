package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.homeward.console.pages.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Begins a login, and leads back to the page that asked for it. */
final class HttpReturn implements OAuth2AuthorizationRequestResolver, AuthenticationSuccessHandler {

  /** The registration's name follows. */
  static final String BEGIN = "/login/to";

  private static final String TO = "to";

  private final OAuth2AuthorizationRequestResolver resolver;

  HttpReturn(HttpIssuer issuer) {
    this.resolver = new DefaultOAuth2AuthorizationRequestResolver(issuer, BEGIN);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    OAuth2AuthorizationRequest begun = resolver.resolve(request);
    String to = request.getParameter(TO);
    if (begun != null && to != null) {
      request.getSession().setAttribute(TO, LocalPath.of(to));
    }
    return begun;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registration) {
    return resolver.resolve(request, registration);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication person)
      throws IOException {
    HttpSession session = request.getSession();
    String to = session.getAttribute(TO) instanceof String wished ? wished : "/";
    session.removeAttribute(TO);
    response.sendRedirect(to);
  }
}
