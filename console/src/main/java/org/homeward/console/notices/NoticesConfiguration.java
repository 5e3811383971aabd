package org.homeward.console.notices;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.face.door.Clients;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Notices: pages without a session, a script or a form. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
public class NoticesConfiguration {

  private static final String NOTICE = "/n/*";
  private static final String PHOTO = "/n/*/photos/*/*";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

  /** Nobody's login is behind these pages, and no search engine keeps them. */
  @Bean
  @Order(0)
  SecurityFilterChain noticeSecurity(HttpSecurity http) {
    return http.securityMatcher(NOTICE, PHOTO, NoticesController.NOTICES)
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
                        new StaticHeadersWriter(
                            "X-Robots-Tag", "noindex, noarchive, nosnippet, noimageindex")))
        .build();
  }

  /** However many read a notice, logins and tips keep their places. */
  @Bean
  AllowanceRow noticePlaces() {
    return AllowanceRow.of(HttpMethod.GET, NOTICE, Allowance.NOTICE_PAGES);
  }

  @Bean
  AllowanceRow noticePhotoPlaces() {
    return AllowanceRow.of(HttpMethod.GET, PHOTO, Allowance.NOTICE_PAGES);
  }

  @Bean
  AllowanceRow noticesPlaces() {
    return AllowanceRow.of(HttpMethod.GET, NoticesController.NOTICES, Allowance.NOTICE_PAGES);
  }

  @Bean
  NoticesController noticesController(
      HttpApi api, HttpPages pages, Clients clients, NoticeSettings settings, Clock clock) {
    return new NoticesController(api, pages, clients, settings, clock);
  }
}
