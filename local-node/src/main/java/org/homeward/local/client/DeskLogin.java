package org.homeward.local.client;

/** The login of a police desk for its feed. */
public record DeskLogin(String id, String key) {

  /** The value of an Authorization header. */
  public String authorization() {
    return Tokens.basic(id, key);
  }

  @Override
  public String toString() {
    return "DeskLogin[" + id + "]";
  }
}
