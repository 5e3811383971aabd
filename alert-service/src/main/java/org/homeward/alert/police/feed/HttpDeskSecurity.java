package org.homeward.alert.police.feed;

import com.mongodb.MongoException;
import java.util.List;
import org.homeward.alert.police.desks.Reader;
import org.homeward.alert.police.desks.RecogniseDesk;
import org.homeward.alert.police.documents.FeedAddress;
import org.homeward.durable.document.StoreFailure;
import org.homeward.face.access.FaceSecurity;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Basic authentication of feed readers: user is the desk's id, password its key. */
final class HttpDeskSecurity {

  private static final String CHALLENGE = "Basic realm=\"police feed\", charset=\"UTF-8\"";

  private HttpDeskSecurity() {}

  /** The chain of the feed and its items; give it a lower order than that of tokens. */
  static SecurityFilterChain chain(HttpSecurity http, RecogniseDesk desks) {
    AuthenticationEntryPoint refusal = refusal();
    return FaceSecurity.harden(http)
        .securityMatcher(FeedAddress.FEED, FeedAddress.STREAM, FeedAddress.NOTICES + "/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
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

  private record Keys(RecogniseDesk desks) implements AuthenticationProvider {

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
      try {
        Reader desk =
            desks
                .recognise(given.getName(), String.valueOf(given.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("no such desk or key"));
        return UsernamePasswordAuthenticationToken.authenticated(desk, null, List.of());
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
