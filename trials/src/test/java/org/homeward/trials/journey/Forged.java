package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.homeward.local.node.NodePlan;

/** Tokens that nobody may be let in with. */
final class Forged {
  private Forged() {}

  /** A good token whose signature was made by somebody else. */
  static String signature(String token) {
    String[] parts = token.split("\\.");
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    signature[signature.length / 2] ^= 1;
    return parts[0] + "." + parts[1] + "." + encoded(signature);
  }

  static String algorithmNone(String token) {
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8))
        + "."
        + token.split("\\.")[1]
        + ".";
  }

  /** A good signature under claims that it was not made for. */
  static String otherClaims(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String more = claims.replace("operator", "supervisor");
    return parts[0] + "." + encoded(more.getBytes(UTF_8)) + "." + parts[2];
  }

  /** Signed with the issuer's own key, an hour too old. */
  static String expired(NodePlan node) {
    return signed(node, "homeward-" + node.name(), Duration.ofHours(-1));
  }

  /** Signed with the issuer's own key, for readers elsewhere. */
  static String forAnotherNode(NodePlan node) {
    return signed(node, "homeward-gr", Duration.ofHours(1));
  }

  private static String signed(NodePlan node, String audience, Duration life) {
    try {
      ECKey key = ECKey.parse(Files.readString(node.data().resolve("issuer-key.json")));
      var end = Clock.systemUTC().instant().plus(life);
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(node.issuerAddress().toString())
              .audience(audience)
              .subject("ana")
              .claim("person", "p-1001")
              .claim("roles", List.of("operator"))
              .issueTime(Date.from(end.minus(Duration.ofHours(2))))
              .expirationTime(Date.from(end))
              .build();
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("the node's issuer has no key to forge with", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
