package org.homeward.console.login;

/**
 * Sees to it that one request at a time renews the login of a session, in whichever instance of the
 * console: the issuer may end a login whose refresh token comes twice.
 */
public interface Renewals {

  /**
   * Whether the caller renews it now; else somebody else does. Ends by itself when the caller dies.
   *
   * @param session its id
   */
  boolean begin(String session);

  /** The caller is done, with or without new tokens. */
  void end(String session);
}
