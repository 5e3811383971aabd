package org.homeward.face.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.function.Function;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The chain of a service: bearer tokens against the table of permissions. */
final class TokenSecurity {

  private static final String NO_TOKEN = "Bearer";
  private static final String BAD_TOKEN = "Bearer error=\"invalid_token\"";

  private TokenSecurity() {}

  static SecurityFilterChain chain(HttpSecurity http, Permissions permissions) {
    var gate = new PermissionGate(permissions);
    return FaceSecurity.harden(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    // Only the container makes these, from a request that was looked at.
                    .dispatcherTypeMatchers(
                        DispatcherType.ERROR,
                        DispatcherType.INCLUDE,
                        DispatcherType.FORWARD,
                        DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(gate))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, _) ->
                            Problems.write(request, response, noToken(gate, request)))
                    .accessDeniedHandler(
                        (request, response, _) ->
                            Problems.write(
                                request, response, gate.refusal(request, FaceProblem.FORBIDDEN))))
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(TokenSecurity::authenticated))
                    .authenticationEntryPoint(FaceSecurity.unauthenticated(BAD_TOKEN))
                    .withObjectPostProcessor(new FailureHandling()))
        .build();
  }

  /** Tokens beside another way in, whose chain decides what a caller may do. */
  static HttpSecurity beside(
      HttpSecurity http,
      JwtDecoder keys,
      Function<Caller, ? extends AbstractAuthenticationToken> as) {
    var provider = new JwtAuthenticationProvider(keys);
    provider.setJwtAuthenticationConverter(token -> as.apply(CallerClaims.caller(token)));
    return http.oauth2ResourceServer(
        tokens ->
            tokens
                .jwt(jwt -> jwt.authenticationManager(provider::authenticate))
                .authenticationEntryPoint(FaceSecurity.unauthenticated(BAD_TOKEN))
                .withObjectPostProcessor(new FailureHandling()));
  }

  private static Problem noToken(PermissionGate gate, HttpServletRequest request) {
    var refusal = gate.refusal(request, FaceProblem.UNAUTHENTICATED);
    return refusal.kind() == FaceProblem.UNAUTHENTICATED
        ? refusal.header(HttpHeaders.WWW_AUTHENTICATE, NO_TOKEN)
        : refusal;
  }

  private static AbstractAuthenticationToken authenticated(Jwt token) {
    var authorities = new ArrayList<GrantedAuthority>();
    var caller = CallerClaims.caller(token);
    caller.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
    return new JwtAuthenticationToken(token, authorities, caller.subject());
  }

  /** An issuer that cannot be reached says nothing about the token: 503, never 401. */
  private static final class FailureHandling
      implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
      var badToken = FaceSecurity.unauthenticated(BAD_TOKEN);
      AuthenticationFailureHandler handler =
          (request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
              Problems.write(request, response, FaceProblem.UNAVAILABLE.problem());
            } else {
              badToken.commence(request, response, failure);
            }
          };
      filter.setAuthenticationFailureHandler(handler);
      return filter;
    }
  }
}
