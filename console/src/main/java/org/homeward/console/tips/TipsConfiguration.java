package org.homeward.console.tips;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.face.door.Clients;
import org.homeward.frame.node.NodeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

/** Tips: the form of the public, and the inbox of the team. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TipSettings.class)
public class TipsConfiguration {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /**
   * Of the form of the public: it has no session, so that nobody's login is behind what it sends,
   * and there is nothing that a forged form could use. No search engine lists it.
   */
  @Bean
  @Order(0)
  SecurityFilterChain tipSecurity(HttpSecurity http) {
    return http.securityMatcher(PublicTipController.TIP, PublicTipController.PICTURED)
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
                    .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")))
        .build();
  }

  @Bean
  PublicTipController publicTipController(
      HttpApi api, HttpPages pages, Clients clients, TipSettings settings) {
    return new PublicTipController(api, pages, clients, settings);
  }

  @Bean
  TipsController tipsController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new TipsController(api, pages, node.node(), clock);
  }

  @Bean
  SightingController sightingController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new SightingController(api, pages, node.node(), clock);
  }

  @Bean
  TriageController triageController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new TriageController(api, pages, node.node(), clock);
  }
}
