package org.homeward.console.login;

import java.util.List;
import java.util.Set;

/**
 * Where people begin whose roles have no page yet.
 *
 * @param roles those of the person that there are words for
 */
record StartPage(List<String> roles) {

  private static final Set<String> WITHOUT_PAGES = Set.of("admin");

  StartPage {
    roles = roles.stream().filter(WITHOUT_PAGES::contains).toList();
  }
}
