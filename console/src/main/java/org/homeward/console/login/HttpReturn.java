package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.homeward.console.pages.Person;
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

  /** Of a page that was locked: the issuer shall ask who is there, even if somebody is known. */
  private static final String ASK = "ask";

  private final OAuth2AuthorizationRequestResolver resolver;

  HttpReturn(HttpIssuer issuer) {
    this.resolver = new DefaultOAuth2AuthorizationRequestResolver(issuer, BEGIN);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    OAuth2AuthorizationRequest begun = resolver.resolve(request);
    if (begun == null) {
      return null;
    }
    String to = Objects.requireNonNullElse(request.getParameter(HttpBegun.TO), "/");
    var wished =
        OAuth2AuthorizationRequest.from(begun)
            .attributes(attributes -> attributes.put(HttpBegun.TO, LocalPath.of(to)));
    if (request.getParameter(ASK) != null) {
      wished.additionalParameters(parameters -> parameters.put("prompt", "login"));
    }
    return wished.build();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registration) {
    return resolver.resolve(request, registration);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    HttpPages.person()
        .map(Person::id)
        .filter(person -> !person.isEmpty())
        .ifPresent(person -> request.getSession().setAttribute(PersonSessions.PERSON, person));
    String to = request.getAttribute(HttpBegun.TO) instanceof String begun ? begun : "/";
    response.sendRedirect(LocalPath.of(to)); // it comes from a cookie that nobody signed
  }
}
