package org.homeward.gateway;

import java.util.List;
import java.util.stream.Stream;

/** Where the pages of the console are. */
final class PagePaths {

  /** The stream of changes, as long as a page is open. */
  static final String LIVE = "/live";

  /** The form of the public. */
  static final String TIP = "/tip";

  /** Where it goes when it may have a picture. */
  static final String TIP_PICTURED = "/tip/pictured";

  /** The page on which a volunteer chooses. */
  static final String PREFERENCES = "/preferences/**";

  /** A public notice. */
  static final String NOTICE = "/n/*";

  /** A picture of it. */
  static final String NOTICE_PHOTO = "/n/*/photos/*/*";

  /** All that are active. */
  static final String NOTICES = "/notices";

  /** Style, scripts and icons of pages. */
  static final String ASSETS = "/assets/*/*";

  /** Pages and files that browsers only read. */
  static final List<String> READ =
      List.of(
          "/",
          "/language/*",
          ASSETS,
          "/login/**",
          "/me",
          "/back",
          LIVE,
          NOTICE,
          NOTICE_PHOTO,
          NOTICES);

  /** Pages that take forms too. */
  static final List<String> WITH_FORMS =
      List.of(
          "/logout",
          "/lock",
          "/desk/**",
          "/find",
          "/calls/**",
          TIP,
          TIP_PICTURED,
          PREFERENCES,
          "/tips/**",
          "/tasks/**",
          "/shift/**",
          "/on-call/**",
          "/scripts/**",
          "/intake/**",
          "/cases/**",
          "/handovers/**",
          "/alerts/**",
          "/stops/**",
          "/review/**",
          "/imports/**",
          "/care-files/**",
          "/providers/**",
          "/referrals/**",
          "/police/**",
          "/registers/**",
          "/node/**",
          "/oversight/**");

  private PagePaths() {}

  static Stream<String> all() {
    return Stream.concat(READ.stream(), WITH_FORMS.stream());
  }
}
