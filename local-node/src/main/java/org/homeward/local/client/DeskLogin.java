package org.homeward.local.client;

/** What a police desk reads its feed with. */
public record DeskLogin(String id, String key) {

  /** As a header has it. */
  public String authorization() {
    return Tokens.basic(id, key);
  }

  @Override
  public String toString() {
    return "DeskLogin[" + id + "]";
  }
}
