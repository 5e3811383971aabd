package org.homeward.gateway;

import static org.homeward.face.door.AllowanceRow.of;
import static org.homeward.face.door.AllowanceRow.ofCredentialed;
import static org.homeward.face.door.AllowanceRow.ofKnown;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths with places of their own; for others the token decides. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

  /** What is part of another path stands before it. */
  @Bean
  AllowanceTable places() {
    return AllowanceTable.of(
        // A stop without a token may be anybody's, because only the service knows the host's key.
        ofKnown(POST, "/api/v1/stops", Allowance.STOPS),
        of(POST, HttpOpenPaths.MESSAGES, Allowance.PARTNERS),
        of(POST, HttpOpenPaths.PHOTOS, Allowance.PARTNER_PHOTOS),
        // The service looks at a desk's key.
        ofCredentialed(GET, "/api/v1/feeds/police/stream", Allowance.STREAMS),
        ofCredentialed(GET, "/api/v1/feeds/**", Allowance.POLICE),
        ofCredentialed(POST, HttpOpenPaths.ACKNOWLEDGE, Allowance.POLICE),
        ofCredentialed(GET, "/api/v1/notices/**", Allowance.POLICE),
        ofKnown(GET, "/api/v1/changes/*", Allowance.CHANGES),
        // Each browser has one open, whatever it reads beside it.
        of(GET, PagePaths.LIVE, Allowance.CHANGES),
        // However many strangers send tips, they keep nobody from the team's pages.
        of(GET, PagePaths.TIP, Allowance.TIPS),
        of(POST, PagePaths.TIP, Allowance.TIPS),
        of(POST, PagePaths.TIP_PICTURED, Allowance.TIPS),
        // Volunteers are strangers too: nobody knows them before the link opens.
        of(GET, PagePaths.PREFERENCES, Allowance.TIPS),
        of(POST, PagePaths.PREFERENCES, Allowance.TIPS),
        // However many look at a notice that everybody shares, the team's pages have their places.
        of(GET, PagePaths.NOTICE, Allowance.NOTICE_PAGES),
        // Whoever takes a picture slowly keeps nobody from the words.
        of(GET, PagePaths.NOTICE_PHOTO, Allowance.NOTICE_PAGE_PHOTOS),
        of(GET, PagePaths.NOTICES, Allowance.NOTICE_PAGES),
        // Readers of a notice load its style; the pages of the team do not wait for them.
        of(GET, PagePaths.ASSETS, Allowance.ASSETS),
        of(GET, HttpOpenPaths.PUBLIC_PHOTOS, Allowance.NOTICE_PHOTOS),
        of(GET, HttpOpenPaths.PUBLIC, Allowance.NOTICES),
        // Neither strangers nor programs with tokens keep people from their pages.
        of(GET, HttpPagePaths.NO_API, Allowance.PAGES),
        of(POST, HttpPagePaths.NO_API, Allowance.PAGES));
  }
}
