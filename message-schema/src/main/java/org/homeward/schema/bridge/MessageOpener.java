package org.homeward.schema.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.jspecify.annotations.Nullable;

/** Opens a partner's request, with all checks in the safe order. */
public final class MessageOpener {

  /** How old the seal of content may be, or how far ahead. */
  public static final Duration SKEW = Duration.ofMinutes(5);

  private final String node;
  private final NodeKeys keys;

  /** For the node of this name. */
  public MessageOpener(String node, NodeKeys keys) {
    this.node = node;
    this.keys = keys;
  }

  /** Never throws because of input from outside. */
  public Arrival open(byte[] request, Registry registry, Instant now) {
    try {
      Seal.Contents contents = Seal.open(request, keys);
      Signatures.Signed signed = Signatures.verify(contents.jws(), Jws.MESSAGE, registry);
      return read(contents, signed, registry, now);
    } catch (Unopened e) {
      return new Arrival.Unanswered(e.why());
    }
  }

  private Arrival read(
      Seal.Contents contents, Signatures.Signed signed, Registry registry, Instant now) {
    SignedMessage what = signed.what();
    MessageForm form = MessageForm.read(what.payload());
    Heading heading = form.heading();
    require(heading.from().equals(signed.partner().node()), TransportRefusal.SENDER_NOT_KNOWN);
    require(heading.to().equals(node), TransportRefusal.WRONG_RECIPIENT);
    Optional<MessageType> type = form.type();
    boolean content = type.isPresent() && type.get().isContent() && contents.body() != null;
    if (content) {
      require(signed.isInTimeAt(heading.createdAt()), TransportRefusal.KEY_NOT_KNOWN);
      Duration age = Duration.between(contents.sentAt(), now).abs();
      require(age.compareTo(SKEW) <= 0, TransportRefusal.SKEWED);
    }
    if (type.isEmpty()) {
      return new Arrival.Refused(signed.partner(), heading, what, Cause.TYPE_NOT_KNOWN);
    }
    try {
      MessageForm.Read read = form.message();
      Message message = read.message();
      requireBody(message.body(), contents.body());
      Optional<Cause> against = against(message, signed.partner(), content, registry, now);
      if (against.isPresent()) {
        return new Arrival.Refused(signed.partner(), heading, what, against.get());
      }
      return taken(signed, message, contents, read.unknownFields());
    } catch (Invalid e) {
      return new Arrival.Refused(signed.partner(), heading, what, Cause.MALFORMED);
    }
  }

  private static Optional<Cause> against(
      Message message, Partner partner, boolean content, Registry registry, Instant now) {
    boolean sameVersion = message.v() == Message.VERSION && message.schema() == Message.SCHEMA;
    if (message.type().by() != message.direction()) {
      return Optional.of(Cause.NOT_YOUR_SIDE); // upholds 5
    }
    if (message.status().isExercise() != partner.exercise()) {
      return Optional.of(Cause.EXERCISE_AND_REAL); // upholds 9
    }
    if (content && !sameVersion) {
      return Optional.of(Cause.SCHEMA_NOT_KNOWN);
    }
    if (content && registry.isExpiredAt(now)) {
      return Optional.of(Cause.REGISTRY_EXPIRED); // upholds 6
    }
    return message.type().isContent() && message.body() == null
        ? Optional.of(Cause.MALFORMED)
        : Optional.empty();
  }

  private static Arrival taken(
      Signatures.Signed signed, Message message, Seal.Contents contents, int unknownFields) {
    try {
      BodyForm body = BodyForm.read(message, contents.body());
      return new Arrival.Taken(
          signed.partner(),
          message,
          signed.what(),
          contents.body(),
          body.said(),
          contents.sentAt(),
          unknownFields + body.unknownFields(),
          body.isBare());
    } catch (Malformed | Invalid e) {
      return new Arrival.Refused(
          signed.partner(), Heading.of(message), signed.what(), Cause.BODY_UNREADABLE);
    }
  }

  /** A body may be missing, but it must not be a different one. */
  private static void requireBody(@Nullable String hash, byte @Nullable [] body) {
    require(body == null || Hashes.of(body).equals(hash), TransportRefusal.BODY_MISMATCH);
  }

  private static void require(boolean holds, TransportRefusal otherwise) {
    if (!holds) {
      throw new Unopened(otherwise);
    }
  }
}
