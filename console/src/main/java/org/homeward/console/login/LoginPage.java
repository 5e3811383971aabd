package org.homeward.console.login;

import java.util.Set;

/**
 * The page before the login.
 *
 * @param to where the person goes after it
 * @param why why she is here again; empty when for the first time
 */
record LoginPage(String to, String why) {

  private static final Set<String> REASONS = Set.of("over", "issuer-away", "refused", "signed-out");

  /** Links may name anything; only our reasons have words. */
  static String known(String why) {
    return REASONS.contains(why) ? why : "";
  }
}
