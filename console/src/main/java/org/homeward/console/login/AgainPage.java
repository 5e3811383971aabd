package org.homeward.console.login;

import java.util.List;

/**
 * A form came without a session, and its content goes back to the browser.
 *
 * @param action where the form was going
 * @param fields what was typed
 * @param signedIn whether the person has logged in again meanwhile
 */
record AgainPage(String action, List<Field> fields, boolean signedIn) {

  record Field(String name, String value) {}
}
