package org.homeward.gateway;

import java.util.List;
import java.util.stream.Stream;

/** Where the pages of the console are. */
final class PagePaths {

  /** Pages and files that browsers only read. */
  static final List<String> READ =
      List.of("/", "/language/*", "/assets/*/*", "/login/**", "/me", "/back");

  /** Pages that take forms too. */
  static final List<String> WITH_FORMS =
      List.of(
          "/logout",
          "/lock",
          "/desk/**",
          "/calls/**",
          "/tasks/**",
          "/intake/**",
          "/cases/**",
          "/handovers/**",
          "/alerts/**",
          "/stops/**",
          "/review/**",
          "/police/**");

  private PagePaths() {}

  static Stream<String> all() {
    return Stream.concat(READ.stream(), WITH_FORMS.stream());
  }
}
