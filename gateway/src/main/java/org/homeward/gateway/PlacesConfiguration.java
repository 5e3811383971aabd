package org.homeward.gateway;

import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** The paths with places of their own; for others the token decides. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

  /** A stop without a token may be anybody's, because only the service knows the host's key. */
  @Bean
  AllowanceRow stops() {
    return AllowanceRow.ofKnown(HttpMethod.POST, "/api/v1/stops", Allowance.STOPS);
  }

  @Bean
  AllowanceRow partners() {
    return AllowanceRow.of(HttpMethod.POST, HttpOpenPaths.MESSAGES, Allowance.PARTNERS);
  }

  @Bean
  AllowanceRow photosOfPartners() {
    return AllowanceRow.of(HttpMethod.POST, HttpOpenPaths.PHOTOS, Allowance.PARTNER_PHOTOS);
  }

  /** Before the feed, which it is part of; the service looks at a desk's key. */
  @Bean
  @Order(0)
  AllowanceRow streams() {
    return AllowanceRow.ofCredentialed(
        HttpMethod.GET, "/api/v1/feeds/police/stream", Allowance.STREAMS);
  }

  @Bean
  AllowanceRow feeds() {
    return AllowanceRow.ofCredentialed(HttpMethod.GET, "/api/v1/feeds/**", Allowance.POLICE);
  }

  @Bean
  AllowanceRow changes() {
    return AllowanceRow.ofKnown(HttpMethod.GET, "/api/v1/changes/*", Allowance.CHANGES);
  }

  /** Before the pages: each browser has one open, whatever it reads beside it. */
  @Bean
  @Order(0)
  AllowanceRow live() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.LIVE, Allowance.CHANGES);
  }

  /** Before the pages: however many strangers send tips, they keep nobody from the team's pages. */
  @Bean
  @Order(0)
  AllowanceRow tipPage() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.TIP, Allowance.TIPS);
  }

  @Bean
  @Order(0)
  AllowanceRow tipForm() {
    return AllowanceRow.of(HttpMethod.POST, PagePaths.TIP, Allowance.TIPS);
  }

  /** However many look at a notice that everybody shares, the team's pages have their places. */
  @Bean
  @Order(0)
  AllowanceRow noticePage() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.NOTICE, Allowance.NOTICE_PAGES);
  }

  @Bean
  @Order(0)
  AllowanceRow noticePhoto() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.NOTICE_PHOTO, Allowance.NOTICE_PAGES);
  }

  @Bean
  @Order(0)
  AllowanceRow noticesPage() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.NOTICES, Allowance.NOTICE_PAGES);
  }

  /** Readers of a notice load its style; the pages of the team do not wait for them. */
  @Bean
  @Order(0)
  AllowanceRow assets() {
    return AllowanceRow.of(HttpMethod.GET, PagePaths.ASSETS, Allowance.ASSETS);
  }

  @Bean
  AllowanceRow openNotices() {
    return AllowanceRow.of(HttpMethod.GET, HttpOpenPaths.PUBLIC, Allowance.NOTICES);
  }

  /** Neither strangers nor programs with tokens keep people from their pages. */
  @Bean
  AllowanceRow pages() {
    return AllowanceRow.of(HttpMethod.GET, HttpPagePaths.NO_API, Allowance.PAGES);
  }

  @Bean
  AllowanceRow forms() {
    return AllowanceRow.of(HttpMethod.POST, HttpPagePaths.NO_API, Allowance.PAGES);
  }

  @Bean
  AllowanceRow answers() {
    return AllowanceRow.ofCredentialed(
        HttpMethod.POST, HttpOpenPaths.ACKNOWLEDGE, Allowance.POLICE);
  }

  @Bean
  AllowanceRow notices() {
    return AllowanceRow.ofCredentialed(HttpMethod.GET, "/api/v1/notices/**", Allowance.POLICE);
  }
}
