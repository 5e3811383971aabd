package org.homeward.console.login;

import java.util.List;

/**
 * A form could not be sent with the person's login, and its content goes back to the browser.
 *
 * @param action where the form was going
 * @param fields what was typed
 * @param why why it could not be sent
 */
record AgainPage(String action, List<Field> fields, Why why) {

  AgainPage {
    fields = List.copyOf(fields);
  }

  record Field(String name, String value) {

    @Override
    public String toString() {
      return "Field[redacted]";
    }
  }

  /** Why a form could not be sent; words are by these names. */
  enum Why {
    /** The person has to log in. */
    OVER,
    /** She has logged in again meanwhile. */
    SIGNED_IN,
    /** The issuer does not answer, so her login cannot be renewed now. */
    ISSUER_AWAY
  }
}
