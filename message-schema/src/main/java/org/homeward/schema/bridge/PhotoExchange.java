package org.homeward.schema.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;
import org.jspecify.annotations.Nullable;

/**
 * A holder asks for one photo, and the owner answers: both are signed and sealed as messages are,
 * and neither has a number, because nothing follows from a request that was lost.
 */
public final class PhotoExchange {

  /** The largest photo. */
  public static final int MAX_PHOTO = 4 << 20;

  /** The largest answer: base64 and a signature. */
  public static final int MAX_ANSWER = MAX_PHOTO / 3 * 4 + 64 * 1024;

  private PhotoExchange() {}

  /**
   * A request on its way.
   *
   * @param hash of its payload, which the answer names
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sent(PhotoRequest request, String hash, byte[] sealed) {

    @Override
    public String toString() {
      return "Sent[" + hash + "]";
    }
  }

  /**
   * A request as it came.
   *
   * @param hash of its payload
   */
  public record Came(Partner partner, PhotoRequest request, String hash) {}

  /**
   * An answer that the owner signed for exactly this request.
   *
   * @param bytes null where none came
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answered(PhotoResult result, byte @Nullable [] bytes) {

    @Override
    public String toString() {
      return "Answered[" + result + "]";
    }
  }

  public static Sent ask(PhotoRequest request, HeldKey key, Jwk owner, Instant now) {
    byte[] payload = MessageSigner.write(SchemaName.PHOTO_REQUEST, request);
    String jws = Jws.sign(payload, Jws.PHOTO_REQUEST, key);
    return new Sent(request, Hashes.of(payload), Seal.seal(jws, null, owner, now));
  }

  /**
   * Opens a request, with the checks of a message that has content.
   *
   * @throws Unopened why it gets no signed answer
   */
  public static Came open(
      byte[] sealed, NodeKeys keys, String node, Registry registry, Instant now) {
    Seal.Contents contents = Seal.open(sealed, keys);
    Signatures.Signed signed = Signatures.verify(contents.jws(), Jws.PHOTO_REQUEST, registry);
    PhotoRequest request =
        read(SchemaName.PHOTO_REQUEST, PhotoRequest.class, signed.what().payload());
    require(request.from().equals(signed.partner().node()), TransportRefusal.SENDER_NOT_KNOWN);
    require(request.to().equals(node), TransportRefusal.WRONG_RECIPIENT);
    require(signed.isInTimeAt(request.createdAt()), TransportRefusal.KEY_NOT_KNOWN);
    require(isFresh(contents.sentAt(), now), TransportRefusal.SKEWED);
    require(isFresh(request.createdAt(), now), TransportRefusal.SKEWED);
    return new Came(signed.partner(), request, signed.what().hash());
  }

  /**
   * @param bytes null where none are handed out
   */
  public static byte[] answer(
      Came came,
      PhotoResult result,
      byte @Nullable [] bytes,
      HeldKey key,
      Jwk holder,
      Instant now) {
    PhotoRequest asked = came.request();
    var answer =
        new PhotoAnswer(
            Message.VERSION,
            asked.to(),
            asked.from(),
            came.hash(),
            result,
            bytes == null ? null : Hashes.of(bytes),
            now);
    String jws = Jws.sign(MessageSigner.write(SchemaName.PHOTO_ANSWER, answer), Jws.PHOTO, key);
    return Seal.seal(jws, bytes, holder, now);
  }

  /**
   * Empty when it is not the owner's signed answer to exactly this request. One that stops or takes
   * a photo away counts whenever it was signed.
   */
  public static Optional<Answered> verify(
      byte[] sealed, Sent sent, NodeKeys keys, Registry registry, Instant now) {
    try {
      Seal.Contents contents = Seal.open(sealed, keys, MAX_ANSWER);
      Signatures.Signed signed = Signatures.verify(contents.jws(), Jws.PHOTO, registry);
      PhotoAnswer answer =
          read(SchemaName.PHOTO_ANSWER, PhotoAnswer.class, signed.what().payload());
      byte[] bytes = contents.body();
      boolean whole =
          bytes == null ? answer.body() == null : Hashes.of(bytes).equals(answer.body());
      boolean ours =
          answer.from().equals(signed.partner().node())
              && answer.from().equals(sent.request().to())
              && answer.to().equals(sent.request().from())
              && answer.request().equals(sent.hash());
      boolean inTime =
          answer.result() != PhotoResult.HERE
              || (signed.isInTimeAt(answer.at())
                  && isFresh(answer.at(), now) // upholds 4
                  && isFresh(contents.sentAt(), now)); // upholds 4
      return whole && ours && inTime
          ? Optional.of(new Answered(answer.result(), bytes))
          : Optional.empty();
    } catch (Unopened e) {
      return Optional.empty();
    }
  }

  private static <T> T read(SchemaName schema, Class<T> type, byte[] payload) {
    try {
      return Binding.bind(type, Tolerant.read(schema, StrictJson.read(payload)).json());
    } catch (Malformed | Invalid e) {
      throw new Unopened(TransportRefusal.UNREADABLE);
    }
  }

  private static boolean isFresh(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(MessageOpener.SKEW) <= 0;
  }

  private static void require(boolean holds, TransportRefusal otherwise) {
    if (!holds) {
      throw new Unopened(otherwise);
    }
  }
}
