package org.homeward.console.login;

/** The issuer does not answer: nobody can log in, and tokens that are over stay so for now. */
public final class IssuerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IssuerAway(Throwable cause) {
    super("the issuer does not answer", cause);
  }
}
