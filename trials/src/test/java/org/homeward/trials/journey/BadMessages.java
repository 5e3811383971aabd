package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.homeward.local.client.Http;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.Jwk;
import tools.jackson.databind.node.ObjectNode;

/** What comes to the bridge's door and is no partner's message, or one that must not be taken. */
final class BadMessages {
  private BadMessages() {}

  /** These never reach the bridge. */
  static List<Row> atTheDoor() {
    return List.of(
        bytes("an empty message", 400, "", s -> new byte[0]),
        bytes("600 kB", 413, "", s -> new byte[600_000]),
        new Row("bridge: JSON", 415, s -> post(s, "application/json", good(s))));
  }

  /** Nothing here can be tied to a partner: a problem, and nothing is stored. */
  static List<Row> ofNobody() {
    return List.of(
        bytes("no JOSE at all", 400, "not-jose", s -> Row.HOSTILE.getBytes(UTF_8)),
        bytes("a changed seal", 400, "cannot-be-opened", s -> HostilePartner.changed(good(s), 3)),
        bytes("a seal with another header", 400, "", s -> HostilePartner.changed(good(s), 0)),
        bytes("a seal for another node", 400, "key-not-known", BadMessages::forAnotherNode),
        bytes(
            "a seal with another key under our id", 400, "cannot-be-opened", BadMessages::wrongKey),
        signed("a signature by nobody", "bad-signature", BadMessages::otherSigner),
        signed("a key that no registry names", "key-not-known", BadMessages::unknownKey),
        signed("a changed signature", "bad-signature", BadMessages::changedSignature),
        signed(
            "alg none",
            "wrong-algorithm",
            s -> HostilePartner.forged(head("none", s), payload(s), new byte[0])),
        signed(
            "HS256 with the public key", "wrong-algorithm", s -> s.gr.macOfPublicKey(payload(s))),
        signed("a key in the header", "wrong-algorithm", BadMessages::embeddedKey),
        signed("another type of JWS", "wrong-algorithm", BadMessages::otherType),
        signed("drill speaks as gr", "sender-not-known", s -> s.drill.signed(payload(s))),
        signed(
            "a message to somebody else",
            "wrong-recipient",
            s -> s.gr.signed(offer(s, "to", "drill"))),
        signed("the same member twice", "unreadable", BadMessages::twiceTheSame),
        bytes("another body than signed", 400, "body-mismatch", BadMessages::otherBody),
        bytes("content that was sealed ten minutes ago", 409, "skewed", s -> sealedAt(s, -10)),
        bytes("content that will be sealed in ten minutes", 409, "skewed", s -> sealedAt(s, 10)),
        bytes(
            "a sighting before those that it follows",
            409,
            "out-of-order",
            BadMessages::thirdFirst));
  }

  /** A partner said it, and is told in writing that it is refused. */
  static List<Row> ofPartners() {
    return List.of(
        refused(
            "an exercise from a real partner",
            "EXERCISE_AND_REAL",
            s -> offer(s, "status", "Exercise")),
        refused("a type of tomorrow", "TYPE_NOT_KNOWN", s -> offer(s, "type", "GREETING")),
        refused(
            "content in a schema of tomorrow", "SCHEMA_NOT_KNOWN", s -> offer(s).put("schema", 2)),
        refused(
            "an offer said by the holder", "NOT_YOUR_SIDE", s -> offer(s, "direction", "HOLDER")),
        new Row(
            "bridge: a real offer from the exercise partner",
            422,
            "EXERCISE_AND_REAL",
            s -> {
              byte[] body = s.drill.offer();
              return post(s, s.drill.sealed(s.drill.signed(s.drill.first("OFFER", body)), body));
            }),
        body("an offer without a reason", "OFFER", "BODY_UNREADABLE", "{\"homeCountry\": \"GR\"}"),
        body(
            "an offer with a name in it",
            "OFFER",
            "BODY_UNREADABLE",
            "{\"name\": \"" + Row.HOSTILE + "\"}"),
        unknown("a recall of a handover that nobody offered", "RECALL", "OWNER"),
        unknown("a sighting about a handover that nobody offered", "SIGHTING", "HOLDER"),
        unknown("a brake on a handover that nobody offered", "BRAKE", "HOLDER"),
        new Row(
            "bridge: an offer of a case that rs owns",
            422,
            "FORKED",
            BadMessages::offerOfOwnHandover));
  }

  private static Row bytes(String name, int status, String says, Function<Targets, byte[]> made) {
    return new Row("bridge: " + name, status, says, s -> post(s, made.apply(s)));
  }

  private static Row signed(String name, String says, Function<Targets, SignedMessage> made) {
    return bytes(name, 400, says, s -> s.gr.sealed(made.apply(s), s.gr.offer()));
  }

  private static Row refused(String name, String cause, Function<Targets, ObjectNode> made) {
    return bytes(name, 422, cause, s -> s.gr.sealed(s.gr.signed(made.apply(s)), s.gr.offer()));
  }

  private static Row body(String name, String type, String cause, String body) {
    byte[] bytes = HostilePartner.bytes(body);
    return bytes(name, 422, cause, s -> s.gr.sealed(s.gr.signed(s.gr.first(type, bytes)), bytes));
  }

  private static Row unknown(String name, String type, String direction) {
    return bytes(
        name,
        422,
        "HANDOVER_NOT_KNOWN",
        s -> {
          byte[] body = bodyOf(type, s);
          ObjectNode message = s.gr.first(type, body).put("direction", direction);
          return s.gr.sealed(s.gr.signed(message), body);
        });
  }

  private static byte[] bodyOf(String type, Targets s) {
    return switch (type) {
      case "RECALL" -> s.gr.recall("FOUND");
      case "BRAKE" -> s.gr.recall("FOUND_BY_POLICE");
      default ->
          HostilePartner.bytes(
              "{\"sighting\": {\"id\": \"%s\", \"at\": \"%s\", \"says\": {}}}"
                  .formatted("11111111-1111-4111-8111-111111111111", s.gr.now()));
    };
  }

  private static ObjectNode offer(Targets s) {
    return s.gr.first("OFFER", s.gr.offer());
  }

  private static ObjectNode offer(Targets s, String member, String value) {
    return offer(s).put(member, value);
  }

  private static byte[] payload(Targets s) {
    return offer(s).toString().getBytes(UTF_8);
  }

  private static byte[] good(Targets s) {
    return s.gr.sealed(s.gr.signed(payload(s)), s.gr.offer());
  }

  private static String head(String algorithm, Targets s) {
    return "{\"alg\":\"%s\",\"typ\":\"homeward-message+jws\",\"kid\":\"%s\"}"
        .formatted(algorithm, s.gr.kid());
  }

  private static byte[] forAnotherNode(Targets s) {
    return Seal.seal(s.gr.signed(payload(s)), s.gr.offer(), s.gr.sealingKey("drill"), s.gr.now());
  }

  private static byte[] wrongKey(Targets s) {
    Jwk other = s.gr.sealingKey("drill");
    var underOurId = new Jwk("EC", "P-256", s.gr.sealingKey("rs").kid(), other.x(), other.y());
    return Seal.seal(s.gr.signed(payload(s)), s.gr.offer(), underOurId, s.gr.now());
  }

  private static SignedMessage otherSigner(Targets s) {
    ECKey stranger = stranger(s.gr.kid());
    return HostilePartner.signed(payload(s), stranger, s.gr.header(s.gr.kid()).build());
  }

  private static SignedMessage unknownKey(Targets s) {
    ECKey stranger = stranger("gr-sig-of-an-older-registry");
    return HostilePartner.signed(payload(s), stranger, s.gr.header(stranger.getKeyID()).build());
  }

  private static SignedMessage embeddedKey(Targets s) {
    ECKey stranger = stranger(s.gr.kid());
    var header = s.gr.header(s.gr.kid()).jwk(stranger.toPublicJWK()).build();
    return HostilePartner.signed(payload(s), stranger, header);
  }

  private static SignedMessage otherType(Targets s) {
    String header = head("ES256", s).replace("message+jws", "registry+jws");
    return HostilePartner.forged(header, payload(s), new byte[64]);
  }

  private static SignedMessage changedSignature(Targets s) {
    SignedMessage good = s.gr.signed(payload(s));
    String jws = new String(HostilePartner.changed(good.jws().getBytes(UTF_8), 2), UTF_8);
    return new SignedMessage(jws, good.payload(), good.hash());
  }

  private static SignedMessage twiceTheSame(Targets s) {
    String payload = offer(s).toString();
    return s.gr.signed((payload.substring(0, payload.length() - 1) + ",\"v\":1}").getBytes(UTF_8));
  }

  private static byte[] otherBody(Targets s) {
    byte[] other = new String(s.gr.offer(), UTF_8).replace("NORMAL", "HIGH").getBytes(UTF_8);
    return s.gr.sealed(s.gr.signed(payload(s)), other);
  }

  private static byte[] sealedAt(Targets s, long minutes) {
    byte[] body = s.gr.offer();
    var at = s.gr.now().plus(Duration.ofMinutes(minutes));
    return Seal.seal(s.gr.signed(s.gr.first("OFFER", body)), body, s.gr.sealingKey("rs"), at);
  }

  private static byte[] thirdFirst(Targets s) {
    byte[] body = bodyOf("SIGHTING", s);
    ObjectNode message = s.gr.message(s.offered, "HOLDER", 40, "SIGHTING", body);
    return s.gr.sealed(s.gr.signed(message), body);
  }

  /** A handover has one owner, and this one is not the speaker. */
  private static HttpRequest offerOfOwnHandover(Targets s) {
    byte[] body = s.gr.offer();
    ObjectNode message = s.gr.message(s.offered, "OWNER", 1, "OFFER", body);
    return post(s, s.gr.sealed(s.gr.signed(message), body));
  }

  private static ECKey stranger(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest post(Targets s, byte[] message) {
    return post(s, Seal.CONTENT_TYPE, message);
  }

  private static HttpRequest post(Targets s, String type, byte[] message) {
    return Http.to(s.hotline.node().partnerEndpoint())
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(message))
        .build();
  }
}
