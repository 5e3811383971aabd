package org.homeward.local.issuer;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
 * @param loginLife so long after its last use a login in a browser ends
 * @param gateway the node's gateway: from there people come to log in, and there they go back
 * @param demoDesk the desk of its police; absent when there is none
 */
@ConfigurationProperties("homeward")
record IssuerSettings(
    String node,
    boolean demo,
    InetAddress bind,
    URI issuer,
    String audience,
    Path data,
    Duration tokenLife,
    Duration loginLife,
    URI gateway,
    @Nullable String demoDesk) {

  IssuerSettings {
    if (!demo || !bind.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the demo issuer runs with HOMEWARD_DEMO=true and HOMEWARD_BIND=127.0.0.1 only");
    }
  }
}
