package org.homeward.console.login;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's tokens, as her session remembers them.
 *
 * @param refresh null when the issuer gave none: then the session ends with the access token
 */
record PersonTokens(String access, Instant until, @Nullable String refresh)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "PersonTokens[redacted]";
  }
}
