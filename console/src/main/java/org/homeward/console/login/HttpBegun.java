package org.homeward.console.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.schema.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembers a login that has begun, in a cookie of the browser that began it: a visit without a
 * login stores nothing in the store. The cookie holds what this browser must know anyway to prove
 * that it began.
 */
final class HttpBegun implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  /** Where the person goes after the login. */
  static final String TO = "to";

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final HttpIssuer issuer;
  private final String name;
  private final boolean overTls;

  /**
   * @param node slug of the node: cookies ignore ports
   */
  HttpBegun(HttpIssuer issuer, String node, boolean overTls) {
    this.issuer = issuer;
    this.name = overTls ? "__Host-homeward-login" : "HW-" + node + "-login";
    this.overTls = overTls;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (begun == null) {
      set(response, "", Duration.ZERO);
      return;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put(OAuth2ParameterNames.STATE, begun.getState());
    for (String name :
        new String[] {OidcParameterNames.NONCE, PkceParameterNames.CODE_VERIFIER, TO}) {
      kept.put(name, begun.<String>getAttribute(name));
    }
    String text =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Json.mapper().writeValueAsBytes(kept));
    set(response, text, LONGEST);
  }

  private void set(HttpServletResponse response, String value, Duration life) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(overTls)
            .sameSite("Lax")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** That of this browser, if the answer is to it. */
  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    return kept(request)
        .filter(kept -> kept.path(OAuth2ParameterNames.STATE).asString("").equals(state))
        .map(this::begun)
        .orElse(null);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
    if (begun != null) {
      request.setAttribute(TO, begun.getAttribute(TO));
      set(response, "", Duration.ZERO);
    }
    return begun;
  }

  private Optional<JsonNode> kept(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst()
        .flatMap(cookie -> read(cookie.getValue()));
  }

  private static Optional<JsonNode> read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.getBytes(UTF_8));
      return Optional.of(Json.mapper().readTree(bytes)).filter(JsonNode::isObject);
    } catch (IllegalArgumentException | JacksonException notOurs) {
      return Optional.empty();
    }
  }

  private OAuth2AuthorizationRequest begun(JsonNode kept) {
    ClientRegistration registration = issuer.registration();
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(kept.path(OAuth2ParameterNames.STATE).asString(""))
        .attributes(
            attributes -> {
              attributes.put(
                  OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
              for (String name :
                  new String[] {OidcParameterNames.NONCE, PkceParameterNames.CODE_VERIFIER, TO}) {
                attributes.put(name, kept.path(name).asString(""));
              }
            })
        .build();
  }
}
