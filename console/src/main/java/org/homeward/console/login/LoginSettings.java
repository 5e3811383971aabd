package org.homeward.console.login;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.login.*}.
 *
 * @param address where browsers reach the node; the issuer sends them back there
 * @param issuer the issuer as tokens and browsers name it
 * @param inside the issuer as the console reaches it; empty when by the same address
 * @param client the console's id at the issuer
 * @param secret the console's secret at the issuer
 */
@ConfigurationProperties("homeward.console.login")
record LoginSettings(
    URI address, String issuer, @Nullable String inside, String client, String secret) {

  LoginSettings {
    inside = inside == null || inside.isBlank() ? issuer : inside;
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "homeward.console.login.secret is empty: give HOMEWARD_CONSOLE_SECRET, as the issuer has it");
    }
  }

  boolean isOverTls() {
    return "https".equals(address.getScheme());
  }

  String discovery() {
    return inside + "/.well-known/openid-configuration";
  }

  /** An address that browsers would use, as the console reaches it. */
  String reached(String endpoint) {
    return endpoint.startsWith(issuer) ? inside + endpoint.substring(issuer.length()) : endpoint;
  }

  @Override
  public String toString() {
    return "LoginSettings[client=" + client + "]";
  }
}
