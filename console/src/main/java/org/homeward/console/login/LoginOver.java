package org.homeward.console.login;

/** The issuer takes the person's tokens no more: she logs in again. */
public final class LoginOver extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LoginOver() {
    super("the login is over");
  }
}
