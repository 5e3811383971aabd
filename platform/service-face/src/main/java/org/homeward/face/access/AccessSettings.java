package org.homeward.face.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The accepted issuer and audience of tokens, {@code homeward.access.*}.
 *
 * @param issuer the {@code iss} of every token
 * @param keys where the issuer publishes its keys; {@code issuer}/oauth2/jwks when not given
 * @param audience what {@code aud} must contain, {@code homeward-<node>}
 */
@ConfigurationProperties("homeward.access")
record AccessSettings(URI issuer, @Nullable URI keys, String audience) {

  AccessSettings {
    if (audience.isBlank()) {
      throw new IllegalArgumentException("homeward.access.audience is empty");
    }
  }

  URI keySet() {
    var given = keys;
    return given == null || given.toString().isEmpty()
        ? URI.create(issuer + "/oauth2/jwks")
        : given;
  }
}
