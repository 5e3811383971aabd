package org.homeward.local.issuer;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The HTTP interface of the issuer: tokens, logins of people in a browser, its public key, its
 * health; nothing else.
 */
@Configuration(proxyBeanMethods = false)
class IssuerDoor {

  private static final String AUTHORIZE = "/oauth2/authorize";
  private static final RequestMatcher A_LOGIN_BEGINS =
      PathPatternRequestMatcher.pathPattern(HttpMethod.GET, AUTHORIZE);

  @Bean
  SecurityFilterChain tokensLoginsAndHealth(HttpSecurity http, IssuerSettings settings) {
    return http.oauth2AuthorizationServer(IssuerDoor::endpoints)
        .formLogin(
            form ->
                form.loginPage(LoginController.LOGIN)
                    .failureUrl(LoginController.LOGIN + "?wrong=true")
                    .defaultSuccessUrl(settings.gateway().toString()))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(beginnings()))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/actuator/health/**", LoginController.LOGIN)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/oauth2/token", "/oauth2/revoke")
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, AUTHORIZE)
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(it -> it.authenticationEntryPoint(loginOrRefusal()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        it -> it.policyDirectives(LoginHtml.policy(settings.gateway())))
                    .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  private static void endpoints(OAuth2AuthorizationServerConfigurer server) {
    server
        .authorizationEndpoint(it -> it.authenticationProviders(ExactRedirect::among))
        .authorizationServerMetadataEndpoint(
            it ->
                it.authorizationServerMetadataCustomizer(
                    document -> document.claims(Discovery::describe)))
        .oidc(
            oidc ->
                oidc.providerConfigurationEndpoint(
                    it ->
                        it.providerConfigurationCustomizer(
                            document -> document.claims(Discovery::describe))));
  }

  /** Somebody who begins a login is asked who they are; everything else is refused. */
  private static AuthenticationEntryPoint loginOrRefusal() {
    var page = new LoginUrlAuthenticationEntryPoint(LoginController.LOGIN);
    page.setFavorRelativeUris(true);
    var refusal = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
    return (request, response, why) ->
        (A_LOGIN_BEGINS.matches(request) ? page : refusal).commence(request, response, why);
  }

  /** Nothing else is gone on with after a login. */
  private static HttpSessionRequestCache beginnings() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(A_LOGIN_BEGINS);
    return cache;
  }

  @Bean
  UserDetailsService people(IssuerSettings settings) {
    return new InMemoryUserDetailsManager(
        DemoPerson.at(settings.node()).stream()
            .map(
                person ->
                    User.withUsername(person.login())
                        .password("{noop}" + person.secret())
                        .authorities(List.of())
                        .build())
            .toList());
  }

  @Bean
  LoginController loginController(IssuerSettings settings) {
    return new LoginController(new LoginHtml(settings.node(), DemoPerson.at(settings.node())));
  }

  /** Last, so that the address that was checked is the one that is listened on. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> checkedAddress(
      IssuerSettings settings) {
    return server -> server.setAddress(settings.bind());
  }
}
