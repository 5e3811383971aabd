package org.homeward.schema.bridge;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bytes on the wire: message and body, encrypted for one key of one partner, per attempt. */
public final class Seal {

  /** The largest request. */
  public static final int MAX_BYTES = 512 * 1024;

  public static final String CONTENT_TYPE = "application/jose";

  private static final String TYP = "homeward-message+jwe";
  private static final String SENT_AT = "sentAt";
  private static final Set<String> MEMBERS = Set.of("alg", "enc", "typ", "kid", "epk", SENT_AT);

  private Seal() {}

  /**
   * The decrypted content.
   *
   * @param jws of the message, not verified yet
   * @param body exact bytes; null where it was withheld or there is none
   * @param sentAt by the sender's clock, of this attempt
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Contents(String jws, byte @Nullable [] body, Instant sentAt) {

    @Override
    public String toString() {
      return "Contents[redacted]";
    }
  }

  /**
   * Seals for a partner.
   *
   * @param body null to withhold it, or when there is none
   * @return ASCII bytes of the compact form
   */
  public static byte[] seal(
      SignedMessage message, byte @Nullable [] body, Jwk partner, Instant sentAt) {
    return seal(message.jws(), body, partner, sentAt);
  }

  static byte[] seal(String signed, byte @Nullable [] body, Jwk partner, Instant sentAt) {
    byte[] jws = signed.getBytes(StandardCharsets.US_ASCII);
    byte[] rest = body == null ? new byte[0] : body;
    byte[] plain =
        ByteBuffer.allocate(4 + jws.length + rest.length)
            .putInt(jws.length)
            .put(jws)
            .put(rest)
            .array();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
            .type(new JOSEObjectType(TYP))
            .keyID(partner.kid())
            .customParam(SENT_AT, sentAt.truncatedTo(ChronoUnit.MILLIS).toString())
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(plain));
    try {
      jwe.encrypt(new ECDHEncrypter(partner.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("not sealed");
    }
    return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Decrypts a request, after every check that is possible before.
   *
   * @throws Unopened TOO_LARGE, NOT_JOSE, WRONG_ALGORITHM, KEY_NOT_KNOWN, CANNOT_BE_OPENED
   */
  public static Contents open(byte[] jwe, NodeKeys keys) {
    return open(jwe, keys, MAX_BYTES);
  }

  static Contents open(byte[] jwe, NodeKeys keys, int most) {
    if (jwe.length > most) {
      throw new Unopened(TransportRefusal.TOO_LARGE);
    }
    String text = Compact.ascii(jwe);
    JsonNode header =
        Compact.parse(text, 5)
            .header(MEMBERS, "alg", "ECDH-ES+A256KW", "enc", "A256GCM", "typ", TYP);
    HeldKey key =
        keys.opening(header.path("kid").asString(""))
            .orElseThrow(() -> new Unopened(TransportRefusal.KEY_NOT_KNOWN));
    return contents(decrypt(text, key), sentAt(header));
  }

  private static byte[] decrypt(String text, HeldKey key) {
    try {
      JWEObject jwe = JWEObject.parse(text);
      jwe.decrypt(new ECDHDecrypter(key.key()));
      return jwe.getPayload().toBytes();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw new Unopened(TransportRefusal.CANNOT_BE_OPENED);
    }
  }

  private static Instant sentAt(JsonNode header) {
    try {
      return Instant.parse(header.path(SENT_AT).asString(""));
    } catch (DateTimeException e) {
      throw new Unopened(TransportRefusal.NOT_JOSE);
    }
  }

  private static Contents contents(byte[] plain, Instant sentAt) {
    int length = plain.length < 4 ? -1 : ByteBuffer.wrap(plain).getInt();
    if (length < 0 || length > plain.length - 4) {
      throw new Unopened(TransportRefusal.UNREADABLE);
    }
    String jws = Compact.ascii(Arrays.copyOfRange(plain, 4, 4 + length));
    byte[] body = Arrays.copyOfRange(plain, 4 + length, plain.length);
    return new Contents(jws, body.length == 0 ? null : body, sentAt);
  }
}
