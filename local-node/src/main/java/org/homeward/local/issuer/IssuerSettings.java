package org.homeward.local.issuer;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the demo issuer, {@code homeward.*}.
 *
 * @param node whose people it knows
 * @param demo must be true: there is no other reason to run it
 * @param bind must be loopback
 * @param issuer the {@code iss} of its tokens
 * @param audience the {@code aud} of its tokens
 * @param data a directory; keeps the signing key over restarts
 * @param tokenLife how long a token is good
 */
@ConfigurationProperties("homeward")
record IssuerSettings(
    String node,
    boolean demo,
    InetAddress bind,
    URI issuer,
    String audience,
    Path data,
    Duration tokenLife) {

  IssuerSettings {
    if (!demo || !bind.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the demo issuer runs with HOMEWARD_DEMO=true and HOMEWARD_BIND=127.0.0.1 only");
    }
  }
}
