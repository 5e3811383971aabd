package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.local.node.NodePlan;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.partners.Registry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who holds a partner's keys, and says to {@code rs} what the protocol forbids. */
final class HostilePartner {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TYP = "homeward-message+jws";

  private static final String OFFER =
      """
      {
        "homeCountry": "GR", "ageBands": ["YEARS_7_TO_12"], "urgency": "NORMAL",
        "reason": "ROUTE", "asks": ["TRANSLATION"], "policeInformed": "YES", "sis": "NO",
        "interpol": "NO", "languages": ["el"], "files": 0, "answerBy": "%s", "leaseDays": 30
      }
      """;

  private final String name;
  private final ECKey signing;
  private final Registry registry;
  private final Clock clock = Clock.systemUTC();
  private final byte[] offer;

  /**
   * @param keys private JWK set of the partner
   * @param node any node with the registry
   */
  HostilePartner(String name, Path keys, NodePlan node) {
    this.name = name;
    try {
      signing =
          JWKSet.parse(Files.readString(keys)).getKeys().stream()
              .map(key -> (ECKey) key)
              .filter(key -> key.getKeyUse().identifier().equals("sig"))
              .findFirst()
              .orElseThrow();
      registry =
          RegistryCodec.verify(
              Files.readAllBytes(node.registry()),
              Jwk.read(Files.readAllBytes(node.registryKey())));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("no keys of " + name, e);
    }
    offer = bytes(OFFER.formatted(now().plus(Duration.ofDays(2))));
  }

  Registry registry() {
    return registry;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The key that a node opens with. */
  Jwk sealingKey(String node) {
    return registry.partner(node).orElseThrow().sealingKey(now()).orElseThrow();
  }

  /** The first message of a handover that nobody knows yet, as the owner says it. */
  ObjectNode first(String type, byte[] body) {
    return message(UUID.randomUUID().toString(), "OWNER", 1, type, body);
  }

  ObjectNode message(String handover, String direction, long seq, String type, byte[] body) {
    ObjectNode message = JSON.createObjectNode();
    message.put("v", 1).put("from", name).put("to", "rs").put("handover", handover);
    message.put("direction", direction).put("incarnation", 0).put("seq", seq);
    if (seq > 1) {
      message.put("prev", Hashes.of(new byte[] {1}));
    }
    message.put("createdAt", now().toString()).put("type", type).put("schema", 1);
    return message.put("status", "Actual").put("body", Hashes.of(body));
  }

  /** The body of an offer as the protocol has them, the same at each call. */
  byte[] offer() {
    return offer.clone();
  }

  byte[] recall(String reason) {
    return bytes("{\"reason\": \"" + reason + "\", \"at\": \"" + now() + "\"}");
  }

  static byte[] bytes(String json) {
    return JSON.readTree(json).toString().getBytes(UTF_8);
  }

  /** Signed as it must be, whatever it says. */
  SignedMessage signed(ObjectNode message) {
    return signed(message.toString().getBytes(UTF_8));
  }

  SignedMessage signed(byte[] payload) {
    return signed(payload, signing, header(signing.getKeyID()).build());
  }

  /** Signed with another key under any header. */
  static SignedMessage signed(byte[] payload, ECKey key, JWSHeader header) {
    try {
      var jws = new JWSObject(header, new Payload(payload));
      jws.sign(new ECDSASigner(key));
      return new SignedMessage(jws.serialize(), payload, Hashes.of(payload));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the header of this text and no signature, or any. */
  static SignedMessage forged(String header, byte[] payload, byte[] signature) {
    String jws = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    return new SignedMessage(jws + "." + Base64URL.encode(signature), payload, Hashes.of(payload));
  }

  /** With the public key, which everybody has, as the secret of HS256. */
  SignedMessage macOfPublicKey(byte[] payload) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.HS256)
              .type(new JOSEObjectType(TYP))
              .keyID(signing.getKeyID())
              .build();
      var jws = new JWSObject(header, new Payload(payload));
      jws.sign(new MACSigner(signing.toPublicJWK().toJSONString().getBytes(UTF_8)));
      return new SignedMessage(jws.serialize(), payload, Hashes.of(payload));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWSHeader.Builder header(String kid) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(TYP)).keyID(kid);
  }

  String kid() {
    return signing.getKeyID();
  }

  /** Sealed for {@code rs}, now. */
  byte[] sealed(SignedMessage message, byte[] body) {
    return Seal.seal(message, body, sealingKey("rs"), now());
  }

  /** One character of a part of the compact form is another one. */
  static byte[] changed(byte[] compact, int part) {
    String[] parts = new String(compact, US_ASCII).split("\\.");
    int at = parts[part].length() / 2;
    char other = parts[part].charAt(at) == 'A' ? 'B' : 'A';
    parts[part] = parts[part].substring(0, at) + other + parts[part].substring(at + 1);
    return String.join(".", parts).getBytes(US_ASCII);
  }
}
