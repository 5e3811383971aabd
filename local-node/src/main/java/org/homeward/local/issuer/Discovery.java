package org.homeward.local.issuer;

import java.util.List;
import java.util.Map;

/** The discovery document says what this issuer does, and nothing that the library could do. */
final class Discovery {

  private static final List<String> CLOSED =
      List.of(
          "userinfo_endpoint",
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "device_authorization_endpoint",
          "pushed_authorization_request_endpoint",
          "registration_endpoint",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported");

  private static final List<String> GRANTS =
      List.of("authorization_code", "refresh_token", "client_credentials");
  private static final List<String> SECRETS = List.of("client_secret_basic");

  private Discovery() {}

  static void describe(Map<String, Object> claims) {
    claims.keySet().removeAll(CLOSED);
    claims.put("grant_types_supported", GRANTS);
    claims.put("token_endpoint_auth_methods_supported", SECRETS);
    claims.put("revocation_endpoint_auth_methods_supported", SECRETS);
    claims.computeIfPresent("id_token_signing_alg_values_supported", (_, _) -> List.of("ES256"));
  }
}
