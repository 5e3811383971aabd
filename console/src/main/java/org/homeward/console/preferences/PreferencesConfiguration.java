package org.homeward.console.preferences;

import static java.util.Objects.requireNonNull;

import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.face.door.Clients;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Preferences of volunteers: pages without a session or a script. */
@Configuration(proxyBeanMethods = false)
public class PreferencesConfiguration {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /**
   * Nobody's login is behind these pages, and a forged form lacks the key of the page, which stands
   * in no address and in no cookie.
   */
  @Bean
  @Order(0)
  SecurityFilterChain preferenceSecurity(HttpSecurity http) {
    return http.securityMatcher(
            PreferencesController.PREFERENCES, PreferencesController.PREFERENCES + "/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(CsrfConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .addHeaderWriter(
                        new StaticHeadersWriter("X-Robots-Tag", "noindex, noarchive, nosnippet")))
        .build();
  }

  @Bean
  PreferencesController preferencesController(
      HttpApi api, HttpPages pages, Clients clients, NodeSettings node) {
    return new PreferencesController(
        api, pages, clients, new HttpPreferencesForm(requireNonNull(node.country())));
  }
}
