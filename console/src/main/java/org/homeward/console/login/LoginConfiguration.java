package org.homeward.console.login;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Logging in by code and PKCE, logging out, and the headers of every page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
public class LoginConfiguration {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Everything that is a page. Whatever else is asked for gets a problem. */
  static final String[] PAGES = {
    "/",
    "/login",
    "/login/**",
    "/logout",
    "/language/*",
    "/assets/**",
    "/desk",
    "/desk/**",
    "/find",
    "/calls",
    "/calls/**",
    "/tips",
    "/tips/**",
    "/shift",
    "/shift/**",
    "/on-call",
    "/on-call/**",
    "/scripts",
    "/scripts/**",
    "/tasks",
    "/tasks/**",
    "/intake",
    "/intake/**",
    "/cases/**",
    "/alerts",
    "/alerts/**",
    "/stops",
    "/stops/**",
    "/review",
    "/review/**",
    "/handovers",
    "/handovers/**",
    "/police",
    "/police/**",
    "/registers/**",
    "/node",
    "/node/**",
    "/imports",
    "/imports/**",
    "/care-files",
    "/care-files/**",
    "/providers",
    "/providers/**",
    "/referrals",
    "/referrals/**",
    "/oversight",
    "/oversight/**",
    "/me",
    "/live",
    LockController.LOCK,
    LockController.BACK
  };

  private static final String[] OPEN = {"/login", "/login/**", "/language/*", "/assets/**"};

  @Bean
  HttpPatience patience() {
    return new HttpPatience(LONGEST);
  }

  @Bean
  HttpIssuer issuer(HttpPatience patience, LoginSettings settings) {
    return new HttpIssuer(patience.client(), settings);
  }

  @Bean
  HttpTokens tokens(
      SessionRepository<? extends Session> sessions,
      Renewals turns,
      HttpIssuer issuer,
      HttpPatience patience,
      Clock clock) {
    var renewals = new RestClientRefreshTokenTokenResponseClient();
    renewals.setRestClient(patience.tokenClient());
    return new HttpTokens(sessions, turns, issuer, renewals, clock);
  }

  /** The issuer signs with either, and its keys say with which. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(HttpPatience patience) {
    return registration -> {
      String keys = registration.getProviderDetails().getJwkSetUri();
      var decoder =
          NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(keys, "jwks_uri"))
              .jwsAlgorithm(SignatureAlgorithm.ES256)
              .jwsAlgorithm(SignatureAlgorithm.RS256)
              .restOperations(patience.keyClient())
              .build();
      decoder.setJwtValidator(new OidcIdTokenValidator(registration));
      return decoder;
    };
  }

  @Bean
  HttpReturn loginReturn(HttpIssuer issuer) {
    return new HttpReturn(issuer);
  }

  @Bean
  HttpSignOut signOut(PersonSessions personSessions, HttpPatience patience, HttpIssuer issuer) {
    return new HttpSignOut(personSessions, patience.client(), issuer);
  }

  @Bean
  LoginController loginController(HttpPages pages, PersonSessions personSessions, Clock clock) {
    return new LoginController(pages, personSessions, clock);
  }

  @Bean
  LockController lockController(HttpPages pages, HttpSignOut signOut) {
    return new LockController(pages, signOut);
  }

  @Bean
  @Order(1)
  SecurityFilterChain pagesSecurity(
      HttpSecurity http,
      LoginSettings settings,
      HttpPages pages,
      HttpIssuer issuer,
      HttpPatience patience,
      HttpTokens tokens,
      HttpReturn loginReturn,
      HttpSignOut signOut,
      NodeSettings node) {
    var doors = new HttpDoors(new HttpAgain(pages), settings.address().toString());
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(patience.tokenClient());
    AuthenticationFailureHandler refused =
        (_, response, _) -> response.sendRedirect("/login?why=refused");
    return http.securityMatcher(PAGES)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, LockController.LOCK)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.csrfTokenRepository(new HttpFormSecrets()))
        .oauth2Login(
            login ->
                login
                    .loginPage("/login")
                    .clientRegistrationRepository(issuer)
                    .authorizedClientRepository(tokens)
                    .authorizationEndpoint(
                        endpoint ->
                            endpoint
                                .baseUri(HttpReturn.BEGIN)
                                .authorizationRequestRepository(
                                    new HttpBegun(issuer, node.node(), settings.isOverTls()))
                                .authorizationRequestResolver(loginReturn))
                    .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                    .userInfoEndpoint(people -> people.oidcUserService(new HttpPeople()))
                    .successHandler(loginReturn)
                    .failureHandler(refused)
                    .withObjectPostProcessor(new IssuerAwayHandling()))
        .logout(
            logout ->
                logout
                    .logoutUrl(HttpDoors.SIGN_OUT)
                    .addLogoutHandler(signOut)
                    .logoutSuccessHandler(signedOut(issuer, settings)))
        .requestCache(RequestCacheConfigurer::disable)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(doors).accessDeniedHandler(doors))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .contentSecurityPolicy(policy -> policy.policyDirectives(policy(settings)))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** Whoever signs out is signed out here, even while the issuer cannot be told. */
  static LogoutSuccessHandler signedOut(HttpIssuer issuer, LoginSettings settings) {
    var there = new OidcClientInitiatedLogoutSuccessHandler(issuer);
    there.setPostLogoutRedirectUri(settings.address() + "/");
    there.setDefaultTargetUrl(HttpDoors.SIGNED_OUT);
    return (request, response, person) -> {
      try {
        there.onLogoutSuccess(request, response, person);
      } catch (IssuerAway _) {
        response.sendRedirect(HttpDoors.SIGNED_OUT);
      }
    };
  }

  /** Nothing inline, nothing from elsewhere; signing out leads to the issuer and back. */
  private static String policy(LoginSettings settings) {
    var issuer = URI.create(settings.issuer());
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
        + issuer.getScheme()
        + "://"
        + issuer.getAuthority();
  }

  /** A login cannot begin while the issuer is away; the page says so. */
  private static final class IssuerAwayHandling
      implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

    @Override
    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
      filter.setAuthenticationFailureHandler(
          (_, response, _) -> response.sendRedirect("/login?why=issuer-away"));
      return filter;
    }
  }
}
