package org.homeward.alert.orders.stops;

import java.util.List;
import java.util.function.Predicate;
import org.homeward.face.access.FaceSecurity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The credential of this machine, with which alerts are stopped when nobody can log in. It stops,
 * and opens nothing else.
 */
final class HttpHostSecurity {

  /** The user of the credential, and the person that its stops name. */
  static final String HOST = "host";

  private static final String BASIC = "basic ";

  private HttpHostSecurity() {}

  /** The chain for a stop that comes with Basic; give it a lower order than that of tokens. */
  static SecurityFilterChain chain(HttpSecurity http, Predicate<String> isKey) {
    AuthenticationEntryPoint refusal =
        FaceSecurity.unauthenticated("Basic realm=\"stops\", charset=\"UTF-8\"");
    return FaceSecurity.harden(http)
        .securityMatcher(
            request -> {
              String given = request.getHeader(HttpHeaders.AUTHORIZATION);
              return given != null
                  && given.regionMatches(true, 0, BASIC, 0, BASIC.length())
                  && HttpMethod.POST.matches(request.getMethod())
                  && StopsController.STOPS.equals(request.getRequestURI());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .authenticationManager(new ProviderManager(new Key(isKey)))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refusal)
                    .accessDeniedHandler(FaceSecurity.forbidden()))
        .build();
  }

  private record Key(Predicate<String> isKey) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication given) {
      boolean fits = isKey.test(String.valueOf(given.getCredentials()));
      if (!fits || !HOST.equals(given.getName())) {
        throw new BadCredentialsException("no such key");
      }
      return UsernamePasswordAuthenticationToken.authenticated(HOST, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
  }
}
