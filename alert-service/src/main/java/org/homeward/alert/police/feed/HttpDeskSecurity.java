package org.homeward.alert.police.feed;

import com.mongodb.MongoException;
import java.util.List;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.desks.RecogniseDesk;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.access.FaceSecurity;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Ways into the feed: HTTP Basic for a desk's program, whose user is the desk's id and whose
 * password is its key, and tokens of the desk's people.
 */
final class HttpDeskSecurity {

  private static final String CHALLENGE = "Basic realm=\"police feed\", charset=\"UTF-8\"";

  private static final String READS = "reads";

  /** Programs only: a stream would go on after a person's token has expired. */
  private static final String FOLLOWS = "follows";

  private HttpDeskSecurity() {}

  /** The chain of the feed and its items; give it a lower order than that of tokens. */
  static SecurityFilterChain chain(HttpSecurity http, RecogniseDesk desks, JwtDecoder issuerKeys) {
    AuthenticationEntryPoint refusal = refusal();
    return FaceSecurity.tokensToo(
            FaceSecurity.harden(http), issuerKeys, caller -> person(caller, desks))
        .securityMatcher(FeedAddress.FEED, FeedAddress.STREAM, FeedAddress.NOTICES + "/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(FeedAddress.STREAM)
                    .hasAuthority(FOLLOWS)
                    .anyRequest()
                    .hasAuthority(READS))
        .authenticationManager(new ProviderManager(new Keys(desks)))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refusal)
                    .accessDeniedHandler(FaceSecurity.forbidden()))
        .build();
  }

  /** One answer for an unknown desk, a wrong, an expired and a revoked key. */
  private static AuthenticationEntryPoint refusal() {
    AuthenticationEntryPoint unauthenticated = FaceSecurity.unauthenticated(CHALLENGE);
    return (request, response, failure) -> {
      if (failure instanceof AuthenticationServiceException) {
        Problems.write(request, response, FaceProblem.UNAVAILABLE.problem());
      } else {
        unauthenticated.commence(request, response, failure);
      }
    };
  }

  /** Without a desk that is here and not revoked, a person may read nothing. */
  private static Authenticated person(Caller caller, RecogniseDesk desks) {
    String desk = caller.desk();
    if (!caller.is(Role.POLICE) || desk == null) {
      return new Authenticated(caller, List.of());
    }
    try {
      return desks
          .recogniseOneOf(desk, caller.person())
          .map(reader -> new Authenticated(reader, List.of(READS)))
          .orElseGet(() -> new Authenticated(caller, List.of()));
    } catch (StoreFailure | MongoException e) {
      throw new InternalAuthenticationServiceException("the store does not answer", e);
    }
  }

  /** Somebody who has shown a token or a key, and what it lets them do. */
  private static final class Authenticated extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Object principal;

    Authenticated(Object principal, List<String> authorities) {
      super(AuthorityUtils.createAuthorityList(authorities));
      this.principal = principal;
      setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
      return null;
    }

    @Override
    public Object getPrincipal() {
      return principal;
    }
  }

  private record Keys(RecogniseDesk desks) implements AuthenticationProvider {

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
      try {
        KnownDesk desk =
            desks
                .recognise(given.getName(), String.valueOf(given.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("no such desk or key"));
        return new Authenticated(desk, List.of(READS, FOLLOWS));
      } catch (StoreFailure | MongoException e) {
        throw new InternalAuthenticationServiceException("the store does not answer", e);
      }
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
  }
}
