package org.homeward.face.access;

import java.util.function.Function;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The common part of every filter chain of a service: no session, no forms, strict headers,
 * problems.
 *
 * <p>A service with a chain of its own (Basic for feed readers) starts from here: give it a lower
 * {@code @Order} and a {@code securityMatcher}, call {@link #harden}, add its authentication.
 */
public final class FaceSecurity {

  private FaceSecurity() {}

  /** Sessions, forms, log-out pages and caches off; response headers strict. */
  public static HttpSecurity harden(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
  }

  /**
   * People's tokens in a chain that lets others in too, such as readers with a key. A bad token is
   * 401, an issuer that cannot be reached 503.
   *
   * @param as what a caller is in that chain, and with which authorities
   */
  public static HttpSecurity tokensToo(
      HttpSecurity http,
      JwtDecoder keys,
      Function<Caller, ? extends AbstractAuthenticationToken> as) {
    return TokenSecurity.beside(http, keys, as);
  }

  /** 401 with this challenge, as {@code Basic realm="police feed"}; never says what was wrong. */
  public static AuthenticationEntryPoint unauthenticated(String challenge) {
    return (request, response, _) ->
        Problems.write(
            request,
            response,
            FaceProblem.UNAUTHENTICATED.problem().header(HttpHeaders.WWW_AUTHENTICATE, challenge));
  }

  /** 403. */
  public static AccessDeniedHandler forbidden() {
    return (request, response, _) ->
        Problems.write(request, response, FaceProblem.FORBIDDEN.problem());
  }
}
